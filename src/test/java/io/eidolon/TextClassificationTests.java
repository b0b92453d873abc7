package io.eidolon;

import java.awt.image.BufferedImage;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import io.eidolon.graph.Attribute;
import io.eidolon.graph.Dimension;
import io.eidolon.graph.ElementType;
import io.eidolon.graph.TinyGenerators;
import io.eidolon.graph.ir.GraphBuilder;
import io.eidolon.graph.ir.Value;
import io.eidolon.modelcard.ModelFiles;
import io.eidolon.modelcard.PortNames;
import io.eidolon.text.SentenceEncoder;
import org.jspecify.annotations.Nullable;
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

/** Sentences ranked by a network that reads red as red and blue as blue. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class TextClassificationTests {

	private static final int SIDE = 8;

	@TempDir
	@SuppressWarnings("NullAway.Init")
	static Path folder;

	@SuppressWarnings("NullAway.Init")
	private RunningService service;

	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry registry) {
		registry.add("eidolon.models.path", () -> {
			TinyGenerators.add(TinyGenerators.write(folder.resolve("models"), "reading", SIDE, 3), ModelFiles.SENTENCES,
					colours());
			TinyGenerators.write(folder.resolve("models"), "plain", SIDE, 3);
			return folder.resolve("models").toString();
		});
	}

	@BeforeEach
	void connect(@LocalServerPort int port) {
		this.service = new RunningService(port);
	}

	@Test
	void theSentenceThatFitsComesFirst() {
		JsonNode answer = RunningService
			.json(classify("reading", "[\"something blue\", \"something red\"]", picture(0xFF0000), picture(0x0000FF)));
		assertThat(answer.at("/model").asString()).isEqualTo("reading");
		assertThat(answer.at("/data/0/classes/0/label").asString()).isEqualTo("something red");
		assertThat(answer.at("/data/0/classes/0/score").asDouble()).isBetween(0.5, 1.0);
		assertThat(answer.at("/data/1/classes/0/label").asString()).isEqualTo("something blue");
		assertThat(answer.at("/data/1/rejected").asBoolean()).isFalse();
	}

	@Test
	void whatIsMissingIsToldByItsName() {
		assertThat(detail(classify("reading", null, picture(0)), 400)).startsWith("labels must be given");
		assertThat(detail(classify("reading", "[\"red\"]", picture(0)), 400))
			.isEqualTo("labels (1 items) must be between 2 and 100 items");
		assertThat(detail(classify("reading", "[\"red\", \"\"]", picture(0)), 400)).startsWith("labels[1] must be ");
		assertThat(detail(classify("plain", "[\"red\", \"blue\"]", picture(0)), 422)).contains("sentences.onnx",
				"train one with the trainer's command sentences");
	}

	private static String detail(HttpResponse<byte[]> refused, int status) {
		assertThat(refused.statusCode()).isEqualTo(status);
		return RunningService.json(refused).at("/detail").asString();
	}

	private HttpResponse<byte[]> classify(String model, @Nullable String labels, String... pictures) {
		String body = "{\"model\": \"%s\", \"by\": \"text\", %s\"input\": [%s]}".formatted(model,
				(labels != null) ? "\"labels\": %s, ".formatted(labels) : "",
				String.join(", ", Arrays.stream(pictures).map("\"%s\""::formatted).toList()));
		return this.service
			.send(this.service.request("/classify", "Content-Type", "application/json", "Accept", "application/json")
				.POST(BodyPublishers.ofString(body)));
	}

	private static String picture(int rgb) {
		BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
		for (int i = 0; i < SIDE * SIDE; i++) {
			picture.setRGB(i % SIDE, i / SIDE, rgb);
		}
		return PngFile.base64(picture);
	}

	/** The mean red times the vector of "red", and so for blue; green says nothing. */
	private static byte[] colours() {
		float[] weights = new float[3 * SentenceEncoder.DIMENSION];
		try (SentenceEncoder encoder = SentenceEncoder.open()) {
			System.arraycopy(encoder.encode("red"), 0, weights, 0, SentenceEncoder.DIMENSION);
			System.arraycopy(encoder.encode("blue"), 0, weights, 2 * SentenceEncoder.DIMENSION,
					SentenceEncoder.DIMENSION);
		}
		GraphBuilder graph = new GraphBuilder("sentences", 17);
		Value image = graph.input(PortNames.IMAGE, ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(3),
				Dimension.fixed(SIDE), Dimension.fixed(SIDE));
		Value means = graph.node("ReduceMean", List.of(image), Attribute.integers("axes", 2, 3),
				Attribute.integer("keepdims", 0));
		Value read = graph.node("MatMul",
				List.of(means, graph.constant("weights", weights, 3, SentenceEncoder.DIMENSION)));
		graph.output(read, PortNames.SENTENCE, ElementType.FLOAT, Dimension.BATCH,
				Dimension.fixed(SentenceEncoder.DIMENSION));
		return graph.build();
	}

}
