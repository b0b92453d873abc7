package io.eidolon;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.core.http.StreamResponse;
import com.openai.errors.BadRequestException;
import com.openai.errors.InternalServerException;
import com.openai.errors.NotFoundException;
import com.openai.models.images.Image;
import com.openai.models.images.ImageCreateVariationParams;
import com.openai.models.images.ImageEditParams;
import com.openai.models.images.ImageEditStreamEvent;
import com.openai.models.images.ImageGenStreamEvent;
import com.openai.models.images.ImageGenerateParams;
import com.openai.models.images.ImagesResponse;
import com.openai.models.models.Model;
import io.eidolon.graph.TinyGenerators;
import io.eidolon.latent.LatentInput;
import io.eidolon.node.Node;
import io.eidolon.node.Node.Outcome;
import io.eidolon.registry.Lease;
import io.eidolon.registry.ModelRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * OpenAI's own clients against the service. What its newest version advises against, such
 * as variations, is still asked for.
 */
@SuppressWarnings("deprecation")
@ServiceTest(properties = { ServiceTest.ONE_WORKER, ServiceTest.SHORT_QUEUE })
class OpenAiTests {

	private static final int SIDE = 16;

	private static final int CAPACITY = 8;

	private static final String MAN = "a smiling man with glasses";

	private static final LatentInput INPUT = new LatentInput(new float[TinyGenerators.DIMENSION], 0);

	@Autowired
	private ModelRegistry registry;

	private RunningService service;

	private OpenAIClient openAi;

	@BeforeEach
	void connect(@LocalServerPort int port) {
		this.service = new RunningService(port);
		this.openAi = client(0);
	}

	@AfterEach
	void close() {
		this.openAi.close();
	}

	@Test
	void theClientForNodeFindsWhatItExpects() throws IOException, InterruptedException {
		Node node = Node.install();
		Outcome outcome = node.run(Path.of("src/test/node/openai/openai.test.js").toString(),
				"http://localhost:" + this.service.port(), node.file("").toString());
		assertThat(outcome.status()).as(outcome.output()).isZero();
	}

	@Test
	void wordsBecomeThePicturesThatTheyAreElsewhere() throws IOException {
		ImagesResponse answer = this.openAi.images().generate(words().n(2).build());
		assertThat(answer.created()).isPositive();
		assertThat(answer.outputFormat()).contains(ImagesResponse.OutputFormat.PNG);
		List<Image> images = answer.data().orElseThrow();
		assertThat(images).extracting(OpenAiTests::seed).containsExactly(7L, 8L);
		byte[] sample = this.service.get("/models/peeps-text/samples/7.png?prompt=a%20smiling%20man%20with%20glasses")
			.body();
		assertThat(pixels(data(images.getFirst()))).isEqualTo(pixels(sample));
	}

	@Test
	void aSizeIsThatOfThePicture() throws IOException {
		for (String size : List.of("16x16", "32x32", "64x64")) {
			byte[] picture = data(
					this.openAi.images().generate(words().size(ImageGenerateParams.Size.of(size)).build()));
			assertThat(size).startsWith(ImageIO.read(new ByteArrayInputStream(picture)).getWidth() + "x");
		}
	}

	@Test
	void eventsShowThePictureBeforeItIsUpscaled() {
		ImageGenerateParams asked = words().size(ImageGenerateParams.Size.of("64x64")).partialImages(1).build();
		try (StreamResponse<ImageGenStreamEvent> stream = this.openAi.images().generateStreaming(asked)) {
			List<ImageGenStreamEvent> events = stream.stream().toList();
			assertThat(events).hasSize(2);
			assertThat(events.getFirst().asGenerationPartialImage().validate().partialImageIndex()).isZero();
			assertThat(events.getLast().asGenerationCompleted().usage().totalTokens()).isZero();
			assertThat(events.getLast().asGenerationCompleted().b64Json()).isEqualTo(this.openAi.images()
				.generate(words().size(ImageGenerateParams.Size.of("64x64")).build())
				.data()
				.orElseThrow()
				.getFirst()
				.b64Json()
				.orElseThrow());
		}
	}

	@Test
	void whatTheMaskFreesIsMadeAnewAndTheRestStays() throws IOException {
		byte[] picture = this.service.get("/models/peeps-text/samples/3.png").body();
		ImagesResponse answer = this.openAi.images()
			.edit(ImageEditParams.builder()
				.image(picture)
				.mask(mask(SIDE))
				.prompt(MAN)
				.n(2)
				.putAdditionalBodyProperty("seed", JsonValue.from(5))
				.build());
		BufferedImage given = ImageIO.read(new ByteArrayInputStream(picture));
		int free = 0;
		for (Image image : answer.data().orElseThrow()) {
			BufferedImage edited = ImageIO.read(new ByteArrayInputStream(data(image)));
			for (int i = 0; i < SIDE * SIDE; i++) {
				int x = i % SIDE;
				int y = i / SIDE;
				if (x < SIDE / 2) {
					assertThat(edited.getRGB(x, y)).isEqualTo(given.getRGB(x, y));
				}
				else {
					free += (edited.getRGB(x, y) != given.getRGB(x, y)) ? 1 : 0;
				}
			}
		}
		assertThat(free).isGreaterThan(SIDE);
		assertThat(answer.data().orElseThrow()).extracting(OpenAiTests::seed).containsExactly(5L, 6L);
	}

	@Test
	void withoutAMaskThePictureMovesTowardsTheWords() throws IOException {
		byte[] picture = this.service.get("/models/peeps-text/samples/3.png").body();
		List<Image> images = this.openAi.images()
			.edit(ImageEditParams.builder().image(picture).prompt(MAN).n(2).build())
			.data()
			.orElseThrow();
		assertThat(distance(data(images.getFirst()), picture)).isGreaterThan(distance(data(images.getLast()), picture));
		try (StreamResponse<ImageEditStreamEvent> stream = this.openAi.images()
			.editStreaming(ImageEditParams.builder().image(picture).prompt(MAN).partialImages(3).build())) {
			List<ImageEditStreamEvent> events = stream.stream().toList();
			assertThat(events).filteredOn(ImageEditStreamEvent::isPartialImage)
				.extracting((event) -> event.asPartialImage().partialImageIndex())
				.containsExactly(0L, 1L, 2L);
			assertThat(events.getLast().isCompleted()).isTrue();
		}
	}

	@Test
	void variationsDifferAndAreLikeThePicture() throws IOException {
		byte[] picture = this.service.get("/models/peeps/samples/3.png").body();
		List<Image> images = this.openAi.images()
			.createVariation(ImageCreateVariationParams.builder().image(picture).n(3).model("peeps").build())
			.data()
			.orElseThrow();
		assertThat(images).extracting((image) -> image.b64Json().orElseThrow()).doesNotHaveDuplicates();
		double unlike = distance(this.service.get("/models/peeps/samples/4.png").body(), picture);
		assertThat(images).allSatisfy((image) -> assertThat(distance(data(image), picture)).isLessThan(unlike));
	}

	@Test
	void theModelsAreListedWithWhatTheyCan() {
		List<Model> models = this.openAi.models().list().data();
		assertThat(models).extracting(Model::id).containsExactly("fashion", "peeps", "peeps-text");
		Model model = this.openAi.models().retrieve("peeps-text").validate();
		assertThat(model._additionalProperties()).containsEntry("takes_prompts", JsonValue.from(true));
		assertThat(model._additionalProperties()).containsEntry("sizes",
				JsonValue.from(List.of("16x16", "32x32", "64x64")));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					"n": 0 | n | n (0) must be between 1 and 10
					"n": "2" | n | n (2) must be a whole number
					"n": 9 | n | n (9) must be at most 8, which is all that may wait for the model
					"size": "1024x1024" | size | size (1024x1024) must be one of 16x16, 32x32, 64x64, or auto
					"background": "transparent" | background | background (transparent) must be auto or opaque
					"response_format": "file" | response_format | response_format (file) must be b64_json or url
					"output_format": "gif" | output_format | output_format (gif) must be one of png, jpeg, webp
					"output_compression": 101 | output_compression | output_compression (101) must be between 0 and 100
					"output_compression": 50 | output_compression | output_compression (50) must be 100 or left out, as PNG is never lossy; output_format can be jpeg or webp
					"partial_images": 4 | partial_images | partial_images (4) must be between 0 and 3
					"seed": 4294967295, "n": 2 | seed | seed (4294967295) must be between 0 and 4294967294
					"model": "peeps" | prompt | prompt (a man) must be left out, as the model peeps understands no words; models that do: peeps-text
					""")
	void whatIsWrongIsNamedInTheShapeOfTheApi(String properties, String parameter, String message) {
		HttpResponse<byte[]> answer = post("{\"prompt\": \"a man\", %s}".formatted(properties));
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
		assertThat(answer.headers().firstValue("x-request-id")).isPresent();
		JsonNode body = RunningService.json(answer);
		assertThat(body.propertyNames()).containsExactly("error");
		assertThat(body.at("/error").propertyNames()).containsExactly("message", "type", "param", "code");
		assertThat(body.at("/error/message").asString()).isEqualTo(message);
		assertThat(body.at("/error/type").asString()).isEqualTo("invalid_request_error");
		assertThat(body.at("/error/param").asString()).isEqualTo(parameter);
		assertThat(body.at("/error/code").asString()).isEqualTo("invalid_value");
	}

	@Test
	void theClientKnowsErrorsByTheirStatus() {
		assertThatExceptionOfType(BadRequestException.class)
			.isThrownBy(() -> this.openAi.images().generate(words().n(11).build()))
			.satisfies((error) -> assertThat(error.param()).contains("n"))
			.satisfies((error) -> assertThat(error.code()).contains("invalid_value"));
		assertThatExceptionOfType(NotFoundException.class)
			.isThrownBy(() -> this.openAi.images().generate(words().model("dall-e-3").build()))
			.satisfies((error) -> assertThat(error.code()).contains("model_not_found"))
			.withMessageContaining("model (dall-e-3) must be one of fashion, peeps, peeps-text");
	}

	@Test
	void whatIsNotServedOrNotReadIsAnErrorOfTheSameShape() {
		HttpResponse<byte[]> unknown = this.service.get("/v1/files");
		assertThat(unknown.statusCode()).isEqualTo(404);
		assertThat(RunningService.json(unknown).at("/error/message").asString())
			.isEqualTo("Nothing is served at /v1/files");
		HttpResponse<byte[]> method = this.service.get("/v1/images/edits");
		assertThat(method.statusCode()).isEqualTo(405);
		assertThat(RunningService.json(method).at("/error/code").isNull()).isTrue();
		HttpResponse<byte[]> malformed = post("{");
		assertThat(RunningService.json(malformed).at("/error/code").asString()).isEqualTo("malformed_body");
		HttpResponse<byte[]> crossSite = this.service
			.send(this.service.request("/v1/images/generations", "Sec-Fetch-Site", "cross-site")
				.POST(BodyPublishers.ofString("{}")));
		assertThat(crossSite.statusCode()).isEqualTo(403);
		assertThat(crossSite.headers().firstValue("Content-Type")).contains("application/json");
		assertThat(RunningService.json(crossSite).at("/error/type").asString()).isEqualTo("invalid_request_error");
	}

	@ParameterizedTest
	@CsvSource({ "jpeg, image/jpeg", "webp, image/webp" })
	void compressionIsTheQualityOfThePicture(String format, String mediaType) {
		int small = compressed(format, 10, "b64_json").at("/b64_json").asString().length();
		assertThat(compressed(format, 90, "b64_json").at("/b64_json").asString().length()).isGreaterThan(small);
		String url = compressed(format, 10, "url").at("/url").asString();
		assertThat(url).startsWith("data:" + mediaType)
			.hasSize("data:%s;base64,".formatted(mediaType).length() + small);
	}

	private JsonNode compressed(String format, int quality, String response) {
		return RunningService
			.json(post(
					"""
							{"prompt": "a man", "seed": 7, "output_format": "%s", "output_compression": %s, "response_format": "%s"}"""
						.formatted(format, quality, response)))
			.at("/data/0");
	}

	@Test
	void severalPicturesAreNotComposed() throws IOException {
		byte[] picture = this.service.get("/models/peeps-text/samples/3.png").body();
		assertThatExceptionOfType(BadRequestException.class)
			.isThrownBy(() -> this.openAi.images()
				.edit(ImageEditParams.builder()
					.imageOfInputStreams(List.of(new ByteArrayInputStream(picture), new ByteArrayInputStream(picture)))
					.prompt(MAN)
					.build()))
			.withMessageContaining("image (2 files) must be one file");
	}

	@Test
	void partsNeedNeitherNamesNorTypes() {
		String picture = new String(this.service.get("/models/peeps-text/samples/3.png").body(),
				StandardCharsets.ISO_8859_1);
		String form = Map.of("image[]", picture, "prompt", MAN, "something", "else")
			.entrySet()
			.stream()
			.map((part) -> "--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(part.getKey(),
					part.getValue()))
			.reduce("", String::concat) + "--b--\r\n";
		HttpResponse<byte[]> answer = this.service.send(this.service
			.request("/v1/images/edits?api-version=2", "Content-Type", "multipart/form-data; boundary=b")
			.POST(BodyPublishers.ofByteArray(form.getBytes(StandardCharsets.ISO_8859_1))));
		assertThat(answer.statusCode()).as(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			8 | mask (8 x 8 pixels) must be as large as its picture, 16 x 16 pixels
			0 | mask must be transparent where the picture is to be made anew
			""")
	void aMaskThatCannotBeOneIsRefused(int side, String message) throws IOException {
		byte[] picture = this.service.get("/models/peeps-text/samples/3.png").body();
		byte[] mask = (side > 0) ? mask(side) : picture;
		assertThatExceptionOfType(BadRequestException.class)
			.isThrownBy(() -> this.openAi.images()
				.edit(ImageEditParams.builder().image(picture).mask(mask).prompt(MAN).build()))
			.withMessageContaining(message);
	}

	@Test
	@Timeout(60)
	void theClientAsksABusyServiceAgain() {
		try (Lease lease = this.registry.lease("peeps-text", null).future().join();
				HeldWorker worker = HeldWorker.of(lease.generator())) {
			List<CompletableFuture<byte[]>> waiting = Stream.of("one", "another")
				.flatMap((client) -> lease.generator()
					.generateAll(Stream.generate(() -> INPUT).limit(CAPACITY).toList(), client, Duration.ofMinutes(1))
					.stream())
				.toList();
			assertThatExceptionOfType(InternalServerException.class)
				.isThrownBy(() -> this.openAi.images().generate(words().build()))
				.satisfies((error) -> assertThat(error.statusCode()).isEqualTo(503))
				.satisfies((error) -> assertThat(error.headers().values("retry-after")).containsExactly("1"))
				.satisfies((error) -> assertThat(error.type()).contains("server_error"));
			OpenAIClient patient = client(4);
			CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS).execute(worker::release);
			assertThat(patient.images().generate(words().build()).data().orElseThrow()).hasSize(1);
			patient.close();
			CompletableFuture.allOf(waiting.toArray(CompletableFuture[]::new)).join();
		}
	}

	private OpenAIClient client(int retries) {
		return OpenAIOkHttpClient.builder()
			.baseUrl("http://localhost:%s/v1".formatted(this.service.port()))
			.apiKey("any")
			.maxRetries(retries)
			.build();
	}

	private HttpResponse<byte[]> post(String body) {
		return this.service.send(this.service.request("/v1/images/generations", "Content-Type", "application/json")
			.POST(BodyPublishers.ofString(body)));
	}

	private static ImageGenerateParams.Builder words() {
		return ImageGenerateParams.builder()
			.model("peeps-text")
			.prompt(MAN)
			.putAdditionalBodyProperty("seed", JsonValue.from(7));
	}

	/** Transparent on the right. */
	private static byte[] mask(int side) {
		BufferedImage mask = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
		for (int i = 0; i < side * side; i++) {
			mask.setRGB(i % side, i / side, (i % side < side / 2) ? 0xff000000 : 0);
		}
		return PngFile.bytes(mask);
	}

	private static long seed(Image image) {
		return Optional.ofNullable(image._additionalProperties().get("seed"))
			.map((seed) -> seed.convert(Long.class))
			.orElseThrow();
	}

	private static byte[] data(ImagesResponse answer) {
		return data(answer.data().orElseThrow().getFirst());
	}

	private static byte[] data(Image image) {
		return Base64.getDecoder().decode(image.b64Json().orElseThrow());
	}

	private static int[] pixels(byte[] file) throws IOException {
		BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
		return image.getRaster().getPixels(0, 0, image.getWidth(), image.getHeight(), (int[]) null);
	}

	/** The mean squared difference. */
	private static double distance(byte[] one, byte[] other) throws IOException {
		int[] first = pixels(one);
		int[] second = pixels(other);
		double sum = 0;
		for (int i = 0; i < first.length; i++) {
			sum += Math.pow(first[i] - second[i], 2);
		}
		return sum / first.length;
	}

}
