package io.eidolon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import io.eidolon.graph.Dimension;
import io.eidolon.graph.ElementType;
import io.eidolon.graph.ir.GraphBuilder;
import io.eidolon.graph.ir.Value;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Holds the directions of models, from HTTP to pixels, to what is known of the models.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class DirectionsTests {

	private static final int SIDE = 8;

	/**
	 * How much each component of the latent of "known" does: to all pixels, to the right
	 * half, to the lower half.
	 */
	private static final float[] EFFECTS = { 0.3f, 0.2f, 0.05f };

	@TempDir
	static Path models;

	private RunningService service;

	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry registry) throws IOException {
		Path known = Files.createDirectory(RunningService.writeModels(models).resolve("known"));
		Files.write(known.resolve("generator.onnx"), known());
		Files.writeString(known.resolve("model.json"),
				"""
						{"directions": [{"name": "light", "title": "Dark to light", "of": "pc1", "minimum": -2, "maximum": 2}]}""");
		registry.add("eidolon.models.path", models::toString);
	}

	@BeforeEach
	void connect(@LocalServerPort int port) {
		this.service = new RunningService(port);
	}

	@Test
	void whatChangesPicturesMostIsFoundFirst() {
		List<JsonNode> directions = directions("known");
		assertThat(directions).extracting((direction) -> direction.at("/name").asString())
			.containsExactly("light", "pc1", "pc2", "pc3", "sefa1", "sefa2", "sefa3");
		// The first two are not orthogonal, so that the components lie between them
		assertThat(vector(directions.get(1))[0]).isGreaterThan(0.9f);
		assertThat(vector(directions.get(4))[0]).isGreaterThan(0.9f);
		assertThat(Math.abs(vector(directions.get(6))[2])).isGreaterThan(0.9f);
		assertThat(directions.get(1).at("/share").asDouble() + directions.get(2).at("/share").asDouble()
				+ directions.get(3).at("/share").asDouble())
			.isCloseTo(1, within(0.05));
	}

	@Test
	void aNameOfTheCardStandsForTheDirectionItIsOf() {
		List<JsonNode> directions = directions("known");
		assertThat(directions.get(0).at("/of").asString()).isEqualTo("pc1");
		assertThat(directions.get(0).at("/title").asString()).isEqualTo("Dark to light");
		assertThat(directions.get(0).at("/maximum").asDouble()).isEqualTo(2);
		assertThat(vector(directions.get(0))).containsExactly(vector(directions.get(1)));
		assertThat(picture("known", "{\"light\": 1.5}")).isEqualTo(picture("known", "{\"pc1\": 1.5}"))
			.isNotEqualTo(picture("known", "{}"));
	}

	@Test
	void vectorsAreShownOnlyWhenAskedFor() {
		JsonNode directions = RunningService.json(this.service.get("/models/peeps/directions"));
		assertThat(directions.at("/version").asString()).isEqualTo("1");
		assertThat(directions.at("/directions/0/name").asString()).isEqualTo("pc1");
		assertThat(directions.at("/directions/0/kind").asString()).isEqualTo("pca");
		assertThat(directions.at("/directions/0").has("vector")).isFalse();
	}

	@Test
	void theFirstWhoAskSideBySideGetTheSameDirections() {
		List<CompletableFuture<JsonNode>> answers = IntStream.range(0, 4)
			.mapToObj((_) -> CompletableFuture
				.supplyAsync(() -> RunningService.json(this.service.get("/models/fashion/directions?vectors=true"))))
			.toList();
		assertThat(answers.stream().map(CompletableFuture::join).distinct()).hasSize(1);
	}

	@Test
	void aStrengthOfZeroChangesNothing() {
		assertThat(picture("peeps", "{\"pc1\": 0}")).isEqualTo(picture("peeps", "{}"));
		assertThat(picture("peeps", "{\"pc1\": 3, \"sefa1\": -3}")).isNotEqualTo(picture("peeps", "{}"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"pc99": 1}   | directions       | pc99 | one of pc1, pc2
			{"pc1": 3.5}  | directions.pc1   | 3.5  | between -3.0 and 3.0
			{"sefa1": -9} | directions.sefa1 | -9.0 | between -3.0 and 3.0
			""")
	void aDirectionThatThereIsNotIsRefusedWithThoseThatThereAre(String directions, String field, String value,
			String allowed) {
		var response = this.service.generate("{\"directions\": %s}".formatted(directions), "application/json");
		assertThat(response.statusCode()).isEqualTo(400);
		JsonNode problem = RunningService.json(response);
		assertThat(problem.at("/field").asString()).isEqualTo(field);
		assertThat(problem.at("/value").asString()).isEqualTo(value);
		assertThat(problem.at("/allowed").asString()).startsWith(allowed);
	}

	@Test
	void aModelThatThereIsNotHasNone() {
		assertThat(this.service.get("/models/nobody/directions").statusCode()).isEqualTo(404);
	}

	private List<JsonNode> directions(String model) {
		return RunningService.json(this.service.get("/models/" + model + "/directions?vectors=true"))
			.at("/directions")
			.valueStream()
			.toList();
	}

	private static float[] vector(JsonNode direction) {
		JsonNode vector = direction.at("/vector");
		float[] values = new float[vector.size()];
		for (int i = 0; i < values.length; i++) {
			values[i] = vector.get(i).floatValue();
		}
		return values;
	}

	private String picture(String model, String directions) {
		var response = this.service
			.generate("{\"model\": \"%s\", \"seed\": 7, \"directions\": %s, \"format\": \"jpeg\"}".formatted(model,
					directions), "application/json");
		return RunningService.json(response).at("/pictures/0/data").asString();
	}

	private static byte[] known() {
		float[] weights = new float[EFFECTS.length * SIDE * SIDE];
		for (int y = 0; y < SIDE; y++) {
			for (int x = 0; x < SIDE; x++) {
				weights[y * SIDE + x] = EFFECTS[0];
				weights[(SIDE + y) * SIDE + x] = (2 * x < SIDE) ? 0 : EFFECTS[1];
				weights[(2 * SIDE + y) * SIDE + x] = (2 * y < SIDE) ? 0 : EFFECTS[2];
			}
		}
		GraphBuilder graph = new GraphBuilder("known", 17);
		Value z = graph.input("z", ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(EFFECTS.length));
		Value layer = graph.node("MatMul",
				List.of(z, graph.constant("w", weights, EFFECTS.length, (long) SIDE * SIDE)));
		Value image = graph.node("Reshape",
				List.of(graph.node("Tanh", List.of(layer)), graph.constant("shape", new long[] { -1, 1, SIDE, SIDE })));
		graph.output(image, "image", ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(1), Dimension.fixed(SIDE),
				Dimension.fixed(SIDE));
		return graph.build();
	}

}
