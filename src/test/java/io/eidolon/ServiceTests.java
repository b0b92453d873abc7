package io.eidolon;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import io.eidolon.graph.TinyGenerators;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds the whole service, from HTTP to pixels, to what it says of itself. */
@ServiceTest
class ServiceTests {

	private static final int SIDE = 16;

	private RunningService service;

	@BeforeEach
	void connect(@LocalServerPort int port) {
		this.service = new RunningService(port);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{}" })
	void everythingMayBeLeftOut(String body) throws IOException {
		HttpResponse<byte[]> response = this.service.generate(body, "*/*");
		assertThat(response.statusCode()).isEqualTo(200);
		JsonNode answer = RunningService.json(response);
		assertThat(answer.at("/model").asString()).isEqualTo("peeps");
		assertThat(answer.at("/version").asString()).isEqualTo("1");
		assertThat(answer.at("/pictures").size()).isEqualTo(1);
		assertThat(answer.at("/pictures/0/mediaType").asString()).isEqualTo("image/png");
		assertThat(pictures(answer).getFirst().getWidth()).isEqualTo(SIDE);
	}

	@Test
	void theSeedThatComesBackGeneratesTheSamePicturesAgain() throws IOException {
		JsonNode first = RunningService.json(this.service.generate("{\"count\": 3}", "application/json"));
		long seed = first.at("/pictures/0/seed").asLong();
		assertThat(first.at("/pictures/2/seed").asLong()).isEqualTo(seed + 2);
		JsonNode again = RunningService
			.json(this.service.generate("{\"count\": 3, \"seed\": %d}".formatted(seed), "application/json"));
		assertThat(again).isEqualTo(first);
	}

	@Test
	void aPictureIsTheSameAloneAndAmong64() throws IOException {
		List<BufferedImage> many = pictures(
				RunningService.json(this.service.generate("{\"count\": 64, \"seed\": 100}", "application/json")));
		assertThat(many).hasSize(64);
		for (int i : new int[] { 0, 31, 63 }) {
			BufferedImage alone = image(this.service.get("/models/peeps/samples/%d.png".formatted(100 + i)));
			assertThat(largestDifference(alone, many.get(i))).isLessThanOrEqualTo(1);
		}
	}

	@Test
	void truncationToNothingLeavesTheMeanPicture() throws IOException {
		List<BufferedImage> pictures = pictures(RunningService
			.json(this.service.generate("{\"seeds\": [1, 2], \"truncation\": 0}", "application/json")));
		assertThat(largestDifference(pictures.get(0), pictures.get(1))).isLessThanOrEqualTo(1);
	}

	@Test
	void labelsMayBeNamesOrIndices() {
		JsonNode byName = RunningService
			.json(this.service.generate("{\"model\": \"fashion\", \"seed\": 1, \"label\": \"Bag\"}", "*/*"));
		JsonNode byIndex = RunningService
			.json(this.service.generate("{\"model\": \"fashion\", \"seed\": 1, \"label\": 8}", "*/*"));
		assertThat(byName).isEqualTo(byIndex);
		assertThat(byName.at("/pictures/0/label").asString()).isEqualTo("Bag");
	}

	@Test
	void latentsAreGeneratedAsGiven() {
		JsonNode answer = RunningService
			.json(this.service.generate("{\"latents\": [[1, 2, 3, 4, -5.5, 6, 7, 8e-1]]}", "*/*"));
		assertThat(answer.at("/pictures/0/seed").isNull()).isTrue();
		assertThat(answer.at("/pictures/0/data").isMissingNode()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "image/png,png", "image/jpeg,jpeg", "image/webp,webp", "image/*,png" })
	void severalPicturesMakeOneGrid(String accept, String expected) throws IOException {
		HttpResponse<byte[]> response = this.service.generate("{\"count\": 5, \"seed\": 3, \"scale\": 2}", accept);
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("Content-Type")).contains("image/" + expected);
		assertThat(response.headers().firstValue("Eidolon-Model")).contains("peeps");
		assertThat(response.headers().firstValue("Eidolon-Version")).contains("1");
		assertThat(response.headers().firstValue("Eidolon-Seed")).contains("3, 4, 5, 6, 7");
		BufferedImage grid = image(response);
		assertThat(grid.getWidth()).isEqualTo(3 * 2 * SIDE);
		assertThat(grid.getHeight()).isEqualTo(2 * 2 * SIDE);
	}

	@Test
	void columnsShapeTheGrid() throws IOException {
		BufferedImage grid = image(this.service.generate("{\"count\": 5, \"columns\": 5}", "image/png"));
		assertThat(grid.getWidth()).isEqualTo(5 * SIDE);
		assertThat(grid.getHeight()).isEqualTo(SIDE);
	}

	@Test
	void aZipHasAFileForEachSeed() throws IOException {
		HttpResponse<byte[]> response = this.service.generate("{\"seeds\": [7, 9, 7], \"format\": \"webp\"}",
				"application/zip");
		assertThat(response.headers().firstValue("Content-Type")).contains("application/zip");
		assertThat(zipEntries(response)).containsExactly("peeps-7.webp", "peeps-9.webp");
	}

	@Test
	void anAcceptThatContradictsTheFormatIsRefused() {
		HttpResponse<byte[]> response = this.service.generate("{\"format\": \"webp\"}", "image/png");
		assertThat(response.statusCode()).isEqualTo(406);
		assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
		assertThat(RunningService.json(response).at("/allowed").asString()).contains("image/webp");
	}

	@Test
	void aPngSaysWhatItWasGeneratedFrom() throws IOException {
		String png = new String(this.service
			.generate("{\"model\": \"fashion\", \"seed\": 12, \"label\": \"Bag\", \"truncation\": 0.5}", "image/png")
			.body(), StandardCharsets.ISO_8859_1);
		assertThat(png).contains("tEXtSoftware\0Eidolon")
			.contains("tEXtmodel\0fashion")
			.contains("tEXtversion\0001")
			.contains("tEXtseed\00012")
			.contains("tEXttruncation\0000.5")
			.contains("tEXtlabel\0Bag");
	}

	@ParameterizedTest
	@CsvSource({ "png,image/png", "jpg,image/jpeg", "webp,image/webp" })
	void eachSeedIsAUrlThatCachesCanKeep(String extension, String mediaType) throws IOException {
		String path = "/models/peeps/samples/7." + extension;
		HttpResponse<byte[]> response = this.service.get(path);
		assertThat(response.headers().firstValue("Content-Type")).contains(mediaType);
		assertThat(response.headers().firstValue("Cache-Control")).contains("max-age=604800, public");
		assertThat(image(response).getWidth()).isEqualTo(SIDE);
		String tag = response.headers().firstValue("ETag").orElseThrow();
		assertThat(tag).matches("\"[0-9a-f]{32}\"");

		HttpResponse<byte[]> known = this.service.get(path, "If-None-Match", "\"other\", W/" + tag);
		assertThat(known.statusCode()).isEqualTo(304);
		assertThat(known.body()).isEmpty();
		assertThat(known.headers().firstValue("ETag")).contains(tag);
		assertThat(this.service.get(path, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
		assertThat(this.service.get(path + "?scale=2").headers().firstValue("ETag").orElseThrow()).isNotEqualTo(tag);
	}

	@Test
	void aUrlThatNamesTheVersionIsKeptForEver() {
		assertThat(this.service.get("/models/peeps/samples/7.png?version=1").headers().firstValue("Cache-Control"))
			.contains("max-age=31536000, public, immutable");
		assertThat(this.service.get("/models/peeps/samples/7.png?version=2").statusCode()).isEqualTo(404);
	}

	@Test
	void aVersionThatIsNotServedIsNamedWithThoseThatAre() {
		for (HttpResponse<byte[]> refused : List.of(this.service.generate("{\"version\": \"2\"}", "image/png"),
				this.service.get("/interpolate?from=1&to=2&version=2"), this.service.get("/models/peeps?version=2"),
				this.service.get("/models/peeps/preview.png?version=2"),
				this.service.get("/models/peeps/samples/7.png?version=2"))) {
			assertThat(refused.statusCode()).isEqualTo(404);
			JsonNode problem = RunningService.json(refused);
			assertThat(problem.at("/type").asString()).isEqualTo("urn:eidolon:problem:unknown-version");
			assertThat(problem.at("/detail").asString()).isEqualTo("version (2) must be one of 1");
		}
		assertThat(this.service.generate("{\"version\": \"1\"}", "image/png").statusCode()).isEqualTo(200);
		assertThat(this.service.get("/interpolate?from=1&to=2&version=1").statusCode()).isEqualTo(200);
	}

	@Test
	void headAnswersAsGetDoesButWithoutABody() {
		HttpResponse<byte[]> head = this.service
			.send(this.service.request("/models/peeps/samples/7.png").method("HEAD", BodyPublishers.noBody()));
		HttpResponse<byte[]> get = this.service.get("/models/peeps/samples/7.png");
		assertThat(head.statusCode()).isEqualTo(200);
		assertThat(head.body()).isEmpty();
		assertThat(head.headers().firstValue("ETag")).isEqualTo(get.headers().firstValue("ETag"));
		assertThat(head.headers().firstValue("Content-Length")).contains(Integer.toString(get.body().length));
	}

	@Test
	void modelsShowTheirCardsAndPreviews() throws IOException {
		JsonNode models = RunningService.json(this.service.get("/models"));
		assertThat(models.at("/defaultModel").asString()).isEqualTo("peeps");
		assertThat(models.at("/models/0/name").asString()).isEqualTo("fashion");
		assertThat(models.at("/models/0/classes/8").asString()).isEqualTo("Bag");
		assertThat(models.at("/models/1/versions").toString()).isEqualTo("[\"1\"]");
		JsonNode peeps = RunningService.json(this.service.get("/models/peeps"));
		assertThat(peeps.at("/latent/dimension").asInt()).isEqualTo(8);
		assertThat(peeps.at("/versions").toString()).isEqualTo("[\"1\"]");
		assertThat(peeps.at("/serving/graph").asString()).isIn("as-exported", "rewritten");
		assertThat(peeps.at("/serving/precision").asString()).isEqualTo("float32");
		assertThat(RunningService.json(this.service.get("/models/peeps?version=1"))).isEqualTo(peeps);
		assertThat(image(this.service.get("/models/peeps/preview.png"))).isNotNull();
	}

	@Test
	void aFilmstripStandsSideBySideFromSeedToSeed() throws IOException {
		HttpResponse<byte[]> response = this.service.get("/interpolate?from=1&to=5&steps=6&format=png");
		assertThat(response.headers().firstValue("Eidolon-Seed")).contains("1, 5");
		BufferedImage strip = image(response);
		assertThat(strip.getWidth()).isEqualTo(6 * SIDE);
		assertThat(strip.getHeight()).isEqualTo(SIDE);
		BufferedImage last = image(this.service.get("/models/peeps/samples/5.png"));
		assertThat(largestDifference(strip.getSubimage(5 * SIDE, 0, SIDE, SIDE), last)).isLessThanOrEqualTo(1);
	}

	@Test
	void anAnimationHasAFrameForEachStep() throws IOException {
		HttpResponse<byte[]> gif = this.service.get("/interpolate?seeds=1,5,9&steps=7&loop=true&method=linear");
		assertThat(gif.headers().firstValue("Content-Type")).contains("image/gif");
		try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(gif.body()))) {
			Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("gif");
			ImageReader reader = readers.next();
			reader.setInput(in);
			assertThat(reader.getNumImages(true)).isEqualTo(7);
		}
		String apng = text(this.service.get("/interpolate?from=1&to=2&steps=4", "Accept", "image/apng"));
		assertThat(apng).startsWith("\u0089PNG").contains("acTL\0\0\0\4");
		String webp = text(this.service.get("/interpolate?from=1&to=2&steps=4&fps=25", "Accept", "image/webp"));
		assertThat(webp).startsWith("RIFF").contains("ANIM");
		assertThat(webp.split("ANMF", -1)).hasSize(4 + 1);
	}

	@Test
	void framesComeAsJsonAndAsAZip() throws IOException {
		JsonNode answer = RunningService.json(this.service.get("/interpolate?from=1&to=2&steps=3&format=json"));
		assertThat(answer.at("/frames").size()).isEqualTo(3);
		assertThat(answer.at("/seeds/1").asLong()).isEqualTo(2);
		assertThat(zipEntries(this.service.get("/interpolate?from=1&to=2&steps=3", "Accept", "application/zip")))
			.containsExactly("peeps-000.png", "peeps-001.png", "peeps-002.png");
	}

	@Test
	void aLatentThatIsAskedForGeneratesTheSamePictureAgain() throws IOException {
		JsonNode first = RunningService.json(this.service.generate(
				"{\"seed\": 5, \"truncation\": 0.6, \"withLatents\": true, \"format\": \"png\"}", "application/json"));
		JsonNode latent = first.at("/pictures/0/latent");
		assertThat(latent.size()).isEqualTo(TinyGenerators.DIMENSION);
		JsonNode again = RunningService
			.json(this.service.generate("{\"latents\": [%s]}".formatted(latent), "application/json"));
		assertThat(samples(again)).isEqualTo(samples(first));
		assertThat(again.at("/pictures/0").has("latent")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/studio/main.js", "/studio/studio.css" })
	void theStudioRunsNothingButItsOwnFiles(String path) {
		HttpResponse<byte[]> response = this.service.get(path);
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("Content-Security-Policy")).hasValueSatisfying(
				(policy) -> assertThat(policy).contains("default-src 'none'", "script-src 'self'", "connect-src 'self'")
					.doesNotContain("unsafe"));
		assertThat(new String(response.body(), StandardCharsets.UTF_8)).doesNotContain("http://", "https://", "<style",
				"onclick", "style=");
	}

	@Test
	void documentedExamplesRun() {
		JsonNode paths = RunningService.json(this.service.get("/v3/api-docs")).at("/paths");
		JsonNode examples = paths.at("/~1generate/post/requestBody/content/application~1json/examples");
		assertThat(examples.size()).isGreaterThanOrEqualTo(4);
		examples
			.forEach((example) -> assertThat(this.service.generate(example.at("/value").toString(), "*/*").statusCode())
				.as(example.toString())
				.isEqualTo(200));
		paths.propertyStream()
			.filter((path) -> path.getValue().has("get"))
			// There are no jobs here; OpenApiTests asks for them
			.filter((path) -> !path.getKey().startsWith("/jobs"))
			.forEach((path) -> assertThat(this.service.get(example(path.getKey(), path.getValue())).statusCode())
				.as(path.getKey())
				.isEqualTo(path.getValue().at("/get/responses").has("307") ? 307 : 200));
		HttpResponse<byte[]> page = this.service.get("/swagger-ui/index.html");
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.headers().firstValue("Content-Security-Policy"))
			.hasValueSatisfying((policy) -> assertThat(policy).contains("script-src 'self'", "frame-ancestors 'none'"));
	}

	@Test
	void documentedChoicesAreThoseThatAreRead() {
		JsonNode docs = RunningService.json(this.service.get("/v3/api-docs"));
		JsonNode formats = docs.at("/components/schemas/GenerationForm/properties/format/enum");
		assertThat(formats.valueStream().map(JsonNode::asString)).containsExactly("png", "jpeg", "webp");
		assertThat(docs.at("/paths/~1interpolate/get/parameters")
			.valueStream()
			.filter((parameter) -> parameter.at("/name").asString().equals("method"))
			.flatMap((parameter) -> parameter.at("/schema/enum").valueStream())
			.map(JsonNode::asString)).containsExactly("slerp", "linear");
	}

	@Test
	void documentedLimitsAreThoseInForce() {
		JsonNode docs = RunningService.json(this.service.get("/v3/api-docs"));
		assertThat(docs.at("/components/schemas/GenerationForm/properties/count/maximum").asInt()).isEqualTo(64);
		assertThat(docs.at("/paths/~1interpolate/get/parameters")
			.valueStream()
			.filter((parameter) -> parameter.at("/name").asString().equals("steps"))
			.map((parameter) -> parameter.at("/schema/maximum").asInt())).containsExactly(120);
	}

	@Test
	void theTimeToWaitIsDocumentedWhereverPicturesAreGenerated() {
		JsonNode docs = RunningService.json(this.service.get("/v3/api-docs"));
		assertThat(List.of("/paths/~1generate/post", "/paths/~1interpolate/get",
				"/paths/~1models~1{model}~1samples~1{seed}.{extension}/get"))
			.allSatisfy((operation) -> {
				assertThat(docs.at(operation + "/responses").has("504")).isTrue();
				assertThat(docs.at(operation + "/parameters")
					.valueStream()
					.filter((parameter) -> parameter.at("/name").asString().equals("X-Request-Timeout"))
					.map((parameter) -> "%s %s %s".formatted(parameter.at("/in").asString(),
							parameter.at("/required").asBoolean(), parameter.at("/schema/maximum").asInt())))
					.containsExactly("header false 30");
			});
	}

	@Test
	void operatorsSeeHealthAndMetersOnAPortOfTheirOwn(@LocalManagementPort int managementPort) {
		RunningService management = new RunningService(managementPort);
		this.service.generate("{}", "image/png");
		assertThat(management.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
		assertThat(management.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
		assertThat(RunningService.json(management.get("/actuator/health"))
			.at("/components/models/details/models/peeps/0")
			.asString()).isEqualTo("1");
		assertThat(this.service.get("/actuator/prometheus").statusCode()).isEqualTo(404);
		assertThat(text(management.get("/actuator/prometheus")))
			.contains("eidolon_model_loads_total{model=\"peeps\",outcome=\"success\"} 1.0",
					"eidolon_model_loads_total{model=\"peeps\",outcome=\"failure\"} 0.0")
			.contains("eidolon_requests_total{model=\"peeps\"}")
			.contains("eidolon_encoder_time_seconds_count{format=\"png\",model=\"peeps\"}")
			.contains("http_server_requests_seconds_count");
	}

	@Test
	void metersOfWhatIsRefusedAreThereBeforeAnythingIs(@LocalManagementPort int managementPort) {
		String meters = text(new RunningService(managementPort).get("/actuator/prometheus"));
		assertThat(Stream
			.of("overload", "busy", "late", "timeout", "body-memory", "slow-body", "connections", "cross-site")
			.map("eidolon_requests_refused_total{reason=\"%s\"} "::formatted)).allMatch(meters::contains);
		assertThat(Stream.of("replaced", "refused", "slow")
			.map("eidolon_connections_closed_total{reason=\"%s\"} "::formatted)).allMatch(meters::contains);
		assertThat(meters).contains("eidolon_requests_abandoned_total ", "eidolon_bodies_bytes ",
				"eidolon_queue_depth_pictures{", "eidolon_search_queue_depth{",
				"eidolon_requests_waiting{kind=\"searches\"}", "eidolon_requests_served{kind=\"pictures\"}",
				"eidolon_model_failed ", "eidolon_model_lost ", "eidolon_model_open ");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/livez", "/readyz" })
	void probesAreOnThePortThatServesAndTellNoDetails(String path) {
		HttpResponse<byte[]> probe = this.service.get(path);
		assertThat(probe.statusCode()).isEqualTo(200);
		assertThat(text(probe)).isEqualTo("{\"status\":\"UP\"}");
	}

	@Test
	void bodiesAreReadUpToALimitEvenWithoutALength() {
		String large = "{\"model\": \"" + "x".repeat(1 << 20) + "\"}";
		HttpResponse<byte[]> announced = this.service.generate(large, "image/png");
		assertThat(announced.statusCode()).isEqualTo(413);
		HttpResponse<byte[]> chunked = this.service
			.send(this.service.request("/generate", "Content-Type", "application/json")
				.POST(BodyPublishers
					.ofInputStream(() -> new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8)))));
		assertThat(chunked.statusCode()).isEqualTo(413);
		assertThat(RunningService.json(chunked).at("/detail").asString()).contains("1048576");
	}

	@ParameterizedTest
	@CsvSource({ "GET,/nothing,404", "GET,/edit,405", "DELETE,/models,405", "GET,/error,404", "GET,/models/none,404",
			"GET,/models/none/preview.png,404", "GET,/models/peeps/samples/7.bmp,404",
			"GET,/models/peeps/samples/x.png,400", "GET,/models/peeps/samples/4294967296.png,400",
			"GET,/interpolate,400", "GET,/interpolate?from=1&to=2&steps=1,400",
			"GET,/interpolate?from=1&to=2&fps=51,400", "GET,/interpolate?from=1&to=2&format=bmp,400",
			"'GET','/interpolate?seeds=1,,2',400", "GET,/models/peeps/samples/7.png?scale=9,400",
			"GET,/models/peeps/samples/7.png?label=1,400", "POST,/generate,415" })
	void whatCannotBeAnsweredIsAProblem(String method, String path, int status) {
		HttpResponse<byte[]> response = this.service
			.send(this.service.request(path, "Accept", "image/png", "Content-Type", "text/plain")
				.method(method, BodyPublishers.ofString("x")));
		assertThat(response.statusCode()).isEqualTo(status);
		assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
		JsonNode problem = RunningService.json(response);
		assertThat(problem.at("/status").asInt()).isEqualTo(status);
		assertThat(problem.at("/type").isMissingNode()).isFalse();
		assertThat(problem.at("/title").isMissingNode()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/x-www-form-urlencoded", "///", "" })
	void aBodyThatIsNotDeclaredAsJsonIsAnsweredWithWhatToDeclare(String declared) {
		HttpResponse<byte[]> response = this.service
			.send(this.service.request("/generate", "Content-Type", declared).POST(BodyPublishers.ofString("{}")));
		assertThat(response.statusCode()).isEqualTo(415);
		JsonNode problem = RunningService.json(response);
		assertThat(problem.at("/detail").asString())
			.isEqualTo("Content-Type (%s) must be one of application/json".formatted(declared));
		assertThat(problem.at("/value").asString()).isEqualTo(declared);
	}

	@Test
	void aRangeOfAPictureIsPassedOverAndOneBeyondAPageIsAProblem() {
		HttpResponse<byte[]> picture = this.service
			.send(this.service.request("/models/peeps/samples/7.png", "Range", "bytes=99999999-"));
		assertThat(picture.statusCode()).isEqualTo(200);
		assertThat(picture.headers().firstValue("Accept-Ranges")).isEmpty();
		HttpResponse<byte[]> page = this.service.send(this.service.request("/index.html", "Range", "bytes=99999999-"));
		assertThat(page.statusCode()).isEqualTo(416);
		assertThat(page.headers().firstValue("Content-Type")).contains("application/problem+json");
		assertThat(RunningService.json(page).at("/status").asInt()).isEqualTo(416);
	}

	private static String example(String path, JsonNode operation) {
		List<String> query = new ArrayList<>();
		for (JsonNode parameter : operation.at("/get/parameters")) {
			String name = parameter.at("/name").asString();
			if (parameter.has("example") && parameter.at("/in").asString().equals("path")) {
				path = path.replace("{%s}".formatted(name), parameter.at("/example").asString());
			}
			else if (parameter.has("example")) {
				query.add(name + "=" + parameter.at("/example").asString());
			}
		}
		return query.isEmpty() ? path : path + "?" + String.join("&", query);
	}

	private static List<BufferedImage> pictures(JsonNode answer) throws IOException {
		List<BufferedImage> pictures = new ArrayList<>();
		for (JsonNode picture : answer.at("/pictures")) {
			pictures.add(ImageIO.read(new ByteArrayInputStream(picture.at("/data").binaryValue())));
		}
		return pictures;
	}

	private static int[] samples(JsonNode answer) throws IOException {
		BufferedImage image = ImageIO.read(new ByteArrayInputStream(answer.at("/pictures/0/data").binaryValue()));
		return image.getData().getPixels(0, 0, image.getWidth(), image.getHeight(), (int[]) null);
	}

	private static BufferedImage image(HttpResponse<byte[]> response) throws IOException {
		assertThat(response.statusCode()).isEqualTo(200);
		return ImageIO.read(new ByteArrayInputStream(response.body()));
	}

	private static List<String> zipEntries(HttpResponse<byte[]> response) throws IOException {
		List<String> names = new ArrayList<>();
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(response.body()))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				assertThat(ImageIO.read(new ByteArrayInputStream(zip.readAllBytes())).getWidth()).isEqualTo(SIDE);
				names.add(entry.getName());
			}
		}
		return names;
	}

	private static String text(HttpResponse<byte[]> response) {
		return new String(response.body(), StandardCharsets.ISO_8859_1);
	}

	private static int largestDifference(BufferedImage one, BufferedImage other) {
		int largest = 0;
		for (int y = 0; y < one.getHeight(); y++) {
			for (int x = 0; x < one.getWidth(); x++) {
				for (int shift = 0; shift < 24; shift += 8) {
					int difference = (one.getRGB(x, y) >> shift & 0xFF) - (other.getRGB(x, y) >> shift & 0xFF);
					largest = Math.max(largest, Math.abs(difference));
				}
			}
		}
		return largest;
	}

}
