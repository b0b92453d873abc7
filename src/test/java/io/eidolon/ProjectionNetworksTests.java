package io.eidolon;

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

/** Holds projection to the networks that a model's folder may have beside its graph. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ProjectionNetworksTests {

	private static final int SIDE = 8;

	private static final float[] LATENT = { 0.5f, -1, 0.25f, 1.5f, -0.75f, 0.125f, 1, -0.5f };

	@TempDir
	static Path models;

	private RunningService service;

	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry registry) {
		registry.add("eidolon.models.path", () -> {
			write("plain");
			TinyGenerators.add(write("guessed"), ModelFiles.ENCODER, encoder(LATENT));
			TinyGenerators.add(write("misfit"), ModelFiles.ENCODER, encoder(new float[] { 1, 2, 3 }));
			TinyGenerators.add(write("perceiving"), ModelFiles.FEATURES, features("Relu"));
			TinyGenerators.add(write("pooling"), ModelFiles.FEATURES, features("LpPool"));
			return models.toString();
		});
	}

	@BeforeEach
	void connect(@LocalServerPort int port) {
		this.service = new RunningService(port);
	}

	@Test
	void theGuessOfTheEncoderIsTakenWhereItIsTheBest() {
		JsonNode found = looked("guessed");
		assertThat(latent(found)).containsExactly(LATENT);
		assertThat(found.at("/psnr").asDouble()).isGreaterThan(50);
		assertThat(latent(looked("plain"))).isNotEqualTo(LATENT);
	}

	@Test
	void withAnEncoderThatDoesNotFitAModelIsProjectedAsWithoutOne() {
		JsonNode found = looked("misfit");
		assertThat(latent(found)).containsExactly(latent(looked("plain")));
		assertThat(found.at("/psnr").asDouble()).isPositive();
	}

	@Test
	void featuresOfTheModelsNetworkCountWhereTheyAreAskedFor() {
		JsonNode pixels = RunningService.json(project("perceiving", "\"starts\": 1, \"steps\": 0"));
		JsonNode both = RunningService
			.json(project("perceiving", "\"starts\": 1, \"steps\": 0, \"loss\": \"perceptual\""));
		assertThat(both.at("/loss").asDouble()).isGreaterThan(pixels.at("/loss").asDouble() + 1e-4);
		JsonNode found = RunningService
			.json(project("perceiving", "\"starts\": 2, \"steps\": 60, \"loss\": \"perceptual\""));
		assertThat(found.at("/psnr").asDouble()).isGreaterThan(35);
	}

	@Test
	void featuresThatHaveNoGradientAreRefusedByTheirOperator() {
		HttpResponse<byte[]> refused = project("pooling", "\"loss\": \"perceptual\"");
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(RunningService.json(refused).at("/operator").asString()).isEqualTo("LpPool");
		assertThat(project("pooling", "\"steps\": 1").statusCode()).isEqualTo(200);
	}

	@Test
	void withoutANetworkOfFeaturesPixelsAreAllThatCanBeCompared() {
		HttpResponse<byte[]> refused = project("plain", "\"loss\": \"perceptual\"");
		assertThat(refused.statusCode()).isEqualTo(400);
		assertThat(RunningService.json(refused).at("/detail").asString())
			.isEqualTo("loss (perceptual) must be pixel, as plain comes without a features.onnx");
	}

	private JsonNode looked(String model) {
		return RunningService.json(project(model, "\"starts\": 1, \"steps\": 0"));
	}

	private HttpResponse<byte[]> project(String model, String fields) {
		String picture = RunningService
			.json(post("/generate", "{\"model\": \"plain\", \"latents\": [%s]}".formatted(Arrays.toString(LATENT))))
			.at("/pictures/0/data")
			.asString();
		return post("/project", "{\"model\": \"%s\", %s, \"picture\": \"%s\"}".formatted(model, fields, picture));
	}

	private HttpResponse<byte[]> post(String path, String body) {
		return this.service
			.send(this.service.request(path, "Content-Type", "application/json", "Accept", "application/json")
				.POST(BodyPublishers.ofString(body)));
	}

	private static float[] latent(JsonNode found) {
		float[] latent = new float[found.at("/latent").size()];
		for (int i = 0; i < latent.length; i++) {
			latent[i] = found.at("/latent/" + i).asFloat();
		}
		return latent;
	}

	private static Path write(String name) {
		return TinyGenerators.write(models, name, SIDE, 1);
	}

	// Two outputs: a convolution of two maps, and what an operator makes of it.
	private static byte[] features(String operator) {
		GraphBuilder graph = new GraphBuilder("features", 17);
		Value image = graph.input("image", ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(1),
				Dimension.fixed(SIDE), Dimension.fixed(SIDE));
		Value kernels = graph.constant("kernels", new float[] { 1, -1, 0.5f, 0.25f, -0.5f, 1, 1, 1 }, 2, 1, 2, 2);
		Value maps = graph.node("Conv", List.of(image, kernels));
		Value next = operator.equals("LpPool")
				? graph.node(operator, List.of(maps), Attribute.integers("kernel_shape", 7, 7))
				: graph.node(operator, List.of(maps));
		graph.output(maps, "maps", ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(2), Dimension.fixed(7),
				Dimension.fixed(7));
		graph.output(next, "next", ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(2),
				Dimension.fixed(operator.equals("LpPool") ? 1 : 7), Dimension.fixed(operator.equals("LpPool") ? 1 : 7));
		return graph.build();
	}

	// Flatten and Gemm, whose bias alone is not zero: it guesses the same of any picture.
	private static byte[] encoder(float[] guess) {
		GraphBuilder graph = new GraphBuilder("encoder", 17);
		Value image = graph.input("image", ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(1),
				Dimension.fixed(SIDE), Dimension.fixed(SIDE));
		Value weights = graph.constant("weights", new float[SIDE * SIDE * guess.length], SIDE * SIDE, guess.length);
		Value bias = graph.constant("bias", guess, guess.length);
		Value z = graph.node("Gemm", List.of(graph.node("Flatten", List.of(image)), weights, bias));
		graph.output(z, PortNames.LATENT, ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(guess.length));
		return graph.build();
	}

}
