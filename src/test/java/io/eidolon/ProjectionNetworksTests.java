package io.eidolon;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import io.eidolon.graph.Dimension;
import io.eidolon.graph.ElementType;
import io.eidolon.graph.GraphBuilder;
import io.eidolon.graph.TinyGenerators;
import io.eidolon.modelcard.ModelCard;
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
			TinyGenerators.add(write("guessed"), ModelCard.ENCODER_FILE, encoder(LATENT));
			TinyGenerators.add(write("misfit"), ModelCard.ENCODER_FILE, encoder(new float[] { 1, 2, 3 }));
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

	// Flatten and Gemm, whose bias alone is not zero: it guesses the same of any picture.
	private static byte[] encoder(float[] guess) {
		GraphBuilder graph = new GraphBuilder("encoder", 17);
		String image = graph.input("image", ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(1),
				Dimension.fixed(SIDE), Dimension.fixed(SIDE));
		String weights = graph.constant("weights", new float[SIDE * SIDE * guess.length], SIDE * SIDE, guess.length);
		String bias = graph.constant("bias", guess, guess.length);
		String z = graph.node("Gemm", List.of(graph.node("Flatten", List.of(image)), weights, bias));
		graph.output(z, ModelCard.LATENT_INPUT, ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(guess.length));
		return graph.build();
	}

}
