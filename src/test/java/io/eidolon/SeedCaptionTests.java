package io.eidolon;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import javax.imageio.ImageIO;

import io.eidolon.graph.TinyGenerators;
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

/** Seeds stand for captions of their model's card where nothing is asked for in words. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class SeedCaptionTests {

	private static final List<String> CAPTIONS = List.of("a smiling man", "a woman with glasses", "brown hair");

	/** Of the second caption. */
	private static final int SEED = 7;

	@TempDir
	static Path models;

	private RunningService service;

	@DynamicPropertySource
	static void modelWithCaptions(DynamicPropertyRegistry properties) {
		TinyGenerators.writeCaptioned(models, "people", 16, 3, CAPTIONS.toArray(String[]::new));
		properties.add("eidolon.models.path", models::toString);
	}

	@BeforeEach
	void connect(@LocalServerPort int port) {
		this.service = new RunningService(port);
	}

	@Test
	void eachSeedHasTheCaptionOfItsRemainder() {
		JsonNode pictures = generate("{\"seed\": %s, \"count\": 3}".formatted(SEED)).at("/pictures");
		for (int i = 0; i < 3; i++) {
			String caption = CAPTIONS.get((SEED + i) % 3);
			assertThat(pictures.at("/%s/prompt".formatted(i)).asString()).isEqualTo(caption);
			assertThat(pictures.at("/%s/data".formatted(i)).binaryValue())
				.isEqualTo(picture("{\"seed\": %s, \"prompt\": \"%s\"}".formatted(SEED + i, caption)));
		}
	}

	@Test
	void wordsOfTheRequestGoFirst() {
		assertThat(generate("{\"seed\": 7, \"prompt\": \"brown hair\"}").at("/pictures/0/prompt").asString())
			.isEqualTo("brown hair");
	}

	@Test
	void aLatentStandsForNoCaption() {
		JsonNode picture = generate("{\"latents\": [%s]}".formatted(latent())).at("/pictures/0");
		assertThat(picture.has("prompt")).isFalse();
		assertThat(picture.at("/data").binaryValue()).isNotEqualTo(picture("{\"seed\": 7}"));
	}

	@Test
	void theAddressOfASeedShowsTheSamePicture() {
		HttpResponse<byte[]> sample = this.service.get("/models/people/samples/7.png");
		HttpResponse<byte[]> asked = this.service
			.get("/models/people/samples/7.png?prompt=" + URLEncoder.encode(CAPTIONS.get(1), StandardCharsets.UTF_8));
		assertThat(sample.body()).isEqualTo(asked.body());
		assertThat(sample.headers().firstValue("ETag")).isPresent();
	}

	@Test
	void aWalkLeadsFromCaptionToCaption() throws IOException {
		JsonNode frames = RunningService
			.json(this.service.get("/interpolate?from=7&to=8&steps=3", "Accept", "application/json"))
			.at("/frames");
		assertThat(pixels(frames.at("/0/data").binaryValue())).isEqualTo(pixels(picture("{\"seed\": 7}")));
		assertThat(pixels(frames.at("/2/data").binaryValue())).isEqualTo(pixels(picture("{\"seed\": 8}")));
	}

	@Test
	void theWayTowardsWordsBeginsAtTheCaption() throws IOException {
		JsonNode pictures = generate("{\"seeds\": [7, 7], \"toPrompt\": \"brown hair\", \"blends\": [0, 1]}")
			.at("/pictures");
		assertThat(pixels(pictures.at("/0/data").binaryValue())).isEqualTo(pixels(picture("{\"seed\": 7}")));
		assertThat(pixels(pictures.at("/1/data").binaryValue()))
			.isEqualTo(pixels(picture("{\"seed\": 7, \"prompt\": \"brown hair\"}")));
	}

	@Test
	void anEditOfASeedKeepsItsCaption() throws IOException {
		String body = "{\"seed\": 7, \"toPrompt\": \"brown hair\", \"candidates\": 2, \"format\": \"png\"}";
		JsonNode edit = RunningService.json(this.service
			.send(this.service.request("/edit", "Content-Type", "application/json", "Accept", "application/json")
				.POST(BodyPublishers.ofString(body))));
		assertThat(pixels(edit.at("/start/data").binaryValue())).isEqualTo(pixels(picture("{\"seed\": 7}")));
	}

	private static int[] pixels(byte[] png) throws IOException {
		BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
		return image.getRaster().getPixels(0, 0, image.getWidth(), image.getHeight(), (int[]) null);
	}

	private String latent() {
		return generate("{\"seed\": 7, \"withLatents\": true}").at("/pictures/0/latent").toString();
	}

	private JsonNode generate(String body) {
		return RunningService.json(this.service.generate(body, "application/json"));
	}

	private byte[] picture(String body) {
		return this.service.generate(body, "image/png").body();
	}

}
