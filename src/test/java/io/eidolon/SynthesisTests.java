package io.eidolon;

import java.awt.image.BufferedImage;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Classes of pictures by synthesis, by the model of clothes that is shipped. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "eidolon.models.path=models")
class SynthesisTests {

	@SuppressWarnings("NullAway.Init")
	private RunningService service;

	@BeforeEach
	void connect(@LocalServerPort int port) {
		this.service = new RunningService(port);
	}

	@Test
	void generatedClothesAreOfTheClassThatTheyWereAskedToBe() {
		String body = "{\"model\": \"fashion\", \"input\": [\"%s\", \"%s\"]}".formatted(picture(1), picture(8));
		JsonNode answer = RunningService.json(post("/classify", body));
		assertThat(answer.at("/data/0/classes/0/label").asString()).isEqualTo("Trouser");
		assertThat(answer.at("/data/0/classes").size()).isEqualTo(10);
		assertThat(answer.at("/data/0/rejected").asBoolean()).isFalse();
		assertThat(answer.at("/data/1/classes/0/label").asString()).isEqualTo("Bag");
	}

	@Test
	void aSearchComesNearerAndShowsWhatItFound() {
		String body = "{\"model\": \"fashion\", \"steps\": %s, \"reconstructions\": true, \"input\": [\"%s\"]}";
		JsonNode guessed = RunningService.json(post("/classify", body.formatted(0, picture(3))));
		JsonNode searched = RunningService.json(post("/classify", body.formatted(10, picture(3))));
		assertThat(searched.at("/data/0/classes/0/error").asDouble())
			.isLessThan(guessed.at("/data/0/classes/0/error").asDouble());
		assertThat(searched.at("/data/0/classes/0/picture").asString()).startsWith("iVBORw0KGgo");
	}

	@Test
	void whatIsNoClothingIsRejected() {
		String body = "{\"model\": \"fashion\", \"input\": [\"%s\"]}".formatted(checkerboard());
		JsonNode answer = RunningService.json(post("/classify", body));
		assertThat(answer.at("/data/0/rejected").asBoolean()).isTrue();
		assertThat(answer.at("/data/0/reason").asString()).startsWith("The nearest picture of any class, ");
	}

	private static String checkerboard() {
		BufferedImage image = new BufferedImage(32, 32, BufferedImage.TYPE_BYTE_GRAY);
		for (int i = 0; i < 32 * 32; i++) {
			image.setRGB(i % 32, i / 32, ((i % 32 / 4 + i / 32 / 4) % 2 == 0) ? 0xFFFFFF : 0);
		}
		return PngFile.base64(image);
	}

	private String picture(int label) {
		return RunningService
			.json(post("/generate", "{\"model\": \"fashion\", \"seed\": 4, \"label\": %s}".formatted(label)))
			.at("/pictures/0/data")
			.asString();
	}

	private HttpResponse<byte[]> post(String path, String body) {
		return this.service
			.send(this.service.request(path, "Content-Type", "application/json", "Accept", "application/json")
				.POST(BodyPublishers.ofString(body)));
	}

}
