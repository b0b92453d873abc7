package io.eidolon;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collections;
import java.util.List;

import io.eidolon.graph.Attribute;
import io.eidolon.graph.Dimension;
import io.eidolon.graph.ElementType;
import io.eidolon.graph.TinyGenerators;
import io.eidolon.graph.ir.GraphBuilder;
import io.eidolon.graph.ir.Value;
import io.eidolon.modelcard.ModelFiles;
import io.eidolon.modelcard.PortNames;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** Features over HTTP. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class FeaturesTests {

	private static final int SIDE = 8;

	@TempDir
	@SuppressWarnings("NullAway.Init")
	static Path models;

	@SuppressWarnings("NullAway.Init")
	private RunningService service;

	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry registry) {
		registry.add("eidolon.models.path", () -> {
			TinyGenerators.write(models, "plain", SIDE, 1);
			TinyGenerators.add(TinyGenerators.write(models, "described", SIDE, 1), ModelFiles.DISCRIMINATOR,
					greatestAndMean(PortNames.FEATURES));
			TinyGenerators.add(TinyGenerators.write(models, "broken", SIDE, 1), ModelFiles.DISCRIMINATOR,
					greatestAndMean("something"));
			return models.toString();
		});
	}

	@BeforeEach
	void connect(@LocalServerPort int port) {
		this.service = new RunningService(port);
	}

	@Test
	void theDiscriminatorOfAModelDescribesPicturesInTheirOrder() {
		JsonNode answer = RunningService.json(features("described", "discriminator", picture(5), picture(6)));
		assertThat(answer.at("/object").asString()).isEqualTo("list");
		assertThat(answer.at("/model").asString()).isEqualTo("described");
		assertThat(answer.at("/version").asString()).isEqualTo("1");
		assertThat(answer.at("/space").asString()).isEqualTo("discriminator");
		assertThat(answer.at("/data").size()).isEqualTo(2);
		assertThat(answer.at("/data/1/index").asInt()).isEqualTo(1);
		assertThat(answer.at("/data/1/object").asString()).isEqualTo("embedding");
		JsonNode second = RunningService.json(features("described", "discriminator", picture(6)));
		assertThat(answer.at("/data/1/embedding")).isEqualTo(second.at("/data/0/embedding"));
		assertThat(answer.at("/data/0/embedding")).isNotEqualTo(answer.at("/data/1/embedding"));
		double greatest = answer.at("/data/0/embedding/0").asDouble();
		assertThat(greatest).isBetween(answer.at("/data/0/embedding/1").asDouble(), 1.0);
	}

	@Test
	void theNetworkOfImagenetIsThereForEveryModel() {
		JsonNode answer = RunningService.json(features("plain", "imagenet", picture(5), picture(6)));
		assertThat(answer.at("/model").asString()).isEqualTo("mobilenet-v2");
		assertThat(answer.at("/version").isMissingNode() || answer.at("/version").isNull()).isTrue();
		assertThat(answer.at("/data/0/embedding").size()).isEqualTo(304);
		assertThat(answer.at("/data/0/embedding")).isNotEqualTo(answer.at("/data/1/embedding"));
	}

	@Test
	void aModelWithoutTheNetworkIsRefusedWithWhatToDo() {
		HttpResponse<byte[]> refused = features("plain", "discriminator", picture(5));
		assertThat(refused.statusCode()).isEqualTo(422);
		JsonNode problem = RunningService.json(refused);
		assertThat(problem.at("/detail").asString()).isEqualTo(
				"plain comes without a discriminator.onnx that works; " + "train it with export-discriminator=true");
		assertThat(problem.at("/file").asString()).isEqualTo("discriminator.onnx");
		assertThat(features("plain", "latent", picture(5)).statusCode()).isEqualTo(422);
		assertThat(features("broken", "discriminator", picture(5)).statusCode()).isEqualTo(422);
	}

	@Test
	void aFormWithSeveralPicturesIsAnsweredAsJsonIs() {
		byte[] first = Base64.getDecoder().decode(picture(5));
		byte[] second = Base64.getDecoder().decode(picture(6));
		HttpResponse<byte[]> response = this.service
			.send(this.service.request("/features", "Content-Type", "multipart/form-data; boundary=part")
				.POST(BodyPublishers.concat(BodyPublishers.ofString("""
						--part\r
						Content-Disposition: form-data; name="model"\r
						\r
						described\r
						--part\r
						Content-Disposition: form-data; name="space"\r
						\r
						discriminator\r
						"""), part(first), part(second), BodyPublishers.ofString("--part--\r\n"))));
		assertThat(RunningService.json(response).at("/data"))
			.isEqualTo(RunningService.json(features("described", "discriminator", picture(5), picture(6))).at("/data"));
	}

	private static java.net.http.HttpRequest.BodyPublisher part(byte[] picture) {
		return BodyPublishers.concat(BodyPublishers.ofString("""
				--part\r
				Content-Disposition: form-data; name="picture"; filename="a.png"\r
				\r
				"""), BodyPublishers.ofByteArray(picture), BodyPublishers.ofString("\r\n"));
	}

	@Test
	void moreThanAllowedNoneAndWhatIsNoPictureAreRefusedByTheirPlace() {
		String[] many = Collections.nCopies(65, picture(5)).toArray(String[]::new);
		assertThat(detail(features("plain", "imagenet", many))).isEqualTo("input (65) must be between 1 and 64");
		assertThat(detail(features("plain", "imagenet"))).isEqualTo("input (0) must be between 1 and 64");
		String text = Base64.getEncoder().encodeToString("no picture".getBytes(StandardCharsets.UTF_8));
		assertThat(detail(features("plain", "imagenet", picture(5), text))).startsWith("input[1] must be a ");
		assertThat(detail(features("plain", "imagenet", picture(5), "?")))
			.isEqualTo("input[1] must be a file in base64");
		assertThat(detail(features("plain", "other", picture(5)))).contains("discriminator", "latent", "imagenet");
	}

	private static String detail(HttpResponse<byte[]> refused) {
		assertThat(refused.statusCode()).isEqualTo(400);
		return RunningService.json(refused).at("/detail").asString();
	}

	private HttpResponse<byte[]> features(String model, String space, String... pictures) {
		return post("/features", "{\"model\": \"%s\", \"space\": \"%s\", \"input\": [%s]}".formatted(model, space,
				String.join(", ", List.of(pictures).stream().map((picture) -> '"' + picture + '"').toList())));
	}

	private String picture(int seed) {
		return RunningService.json(post("/generate", "{\"model\": \"plain\", \"seed\": %s}".formatted(seed)))
			.at("/pictures/0/data")
			.asString();
	}

	private HttpResponse<byte[]> post(String path, String body) {
		return this.service
			.send(this.service.request(path, "Content-Type", "application/json", "Accept", "application/json")
				.POST(BodyPublishers.ofString(body)));
	}

	/** The greatest pixel and the mean: image (N, 1, 8, 8) to (N, 2). */
	private static byte[] greatestAndMean(String output) {
		GraphBuilder graph = new GraphBuilder("discriminator", 17);
		Value image = graph.input("image", ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(1),
				Dimension.fixed(SIDE), Dimension.fixed(SIDE));
		Value both = graph.node("Concat",
				List.of(graph.node("GlobalMaxPool", List.of(image)), graph.node("GlobalAveragePool", List.of(image))),
				Attribute.integer("axis", 1));
		graph.output(graph.node("Flatten", List.of(both)), output, ElementType.FLOAT, Dimension.BATCH,
				Dimension.fixed(2));
		return graph.build();
	}

}
