package io.eidolon;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Holds editing and projection, from HTTP to pixels, to what they say of themselves. */
@ServiceTest
class EditingTests {

	private static final int SIDE = 16;

	private static final String BOX = "{\"type\": \"colour\", \"box\": [0, 0, 4, 4], \"colour\": \"#ffffff\"}";

	private static final String SMALL = "\"candidates\": 3, \"starts\": 8, \"steps\": 12";

	private RunningService service;

	@BeforeEach
	void connect(@LocalServerPort int port) {
		this.service = new RunningService(port);
	}

	@Test
	void candidatesComeNearerToTheStrokeThanThePictureToEdit() {
		JsonNode answer = edit(
				"\"seed\": 7, \"smoothness\": 0, \"prior\": 0, " + SMALL + ", \"constraints\": [" + BOX + "]");
		assertThat(answer.at("/candidates").size()).isEqualTo(3);
		List<Double> losses = answer.at("/candidates").valueStream().map((one) -> one.at("/loss").asDouble()).toList();
		assertThat(losses).isSorted();
		assertThat(losses.getFirst()).isLessThan(answer.at("/start/loss").asDouble());
		assertThat(brightness(answer.at("/candidates/0"))).isGreaterThan(brightness(answer.at("/start")));
		assertThat(answer.at("/candidates/0/latent").size()).isEqualTo(8);
	}

	@Test
	void theSameRequestGivesTheSameAnswer() {
		String body = "\"seed\": 3, " + SMALL + ", \"frames\": 3, \"constraints\": [" + BOX + "]";
		JsonNode first = edit(body);
		assertThat(edit(body).at("/candidates/0/data")).isEqualTo(first.at("/candidates/0/data"));
		assertThat(first.at("/frames").size()).isEqualTo(3);
		assertThat(first.at("/frames/0/latent")).isEqualTo(first.at("/start/latent"));
		assertThat(first.at("/frames/2/latent")).isEqualTo(first.at("/candidates/0/latent"));
	}

	@Test
	void allKindsOfConstraintsGoTogether() {
		String mask = Base64.getEncoder().encodeToString(png(SIDE, SIDE, Color.WHITE));
		List<String> constraints = List.of(
				"{\"type\": \"keep\", \"mask\": \"data:image/png;base64,%s\"}".formatted(mask), BOX,
				"{\"type\": \"sketch\", \"box\": [2, 8, 12, 1], \"weight\": 2}",
				"{\"type\": \"warp\", \"box\": [4, 4, 4, 4], \"by\": [2, -1]}");
		JsonNode answer = editSeedThree(constraints);
		double start = answer.at("/start/loss").asDouble();
		assertThat(answer.at("/candidates").size()).isEqualTo(3);
		assertThat(answer.at("/candidates/0/loss").asDouble()).isLessThan(start);
		assertThat(brightness(answer.at("/candidates/0"))).isGreaterThan(brightness(answer.at("/start")));
		// Each has its part in the loss.
		for (int left = 0; left < constraints.size(); left++) {
			List<String> others = new ArrayList<>(constraints);
			others.remove(left);
			assertThat(editSeedThree(others).at("/start/loss").asDouble()).as("without %s", constraints.get(left))
				.isNotCloseTo(start, within(1e-3));
		}
	}

	@Test
	void whatIsToBeKeptStaysNearerThanItDoesOtherwise() {
		String keep = "{\"type\": \"keep\", \"box\": [8, 8, 8, 8], \"weight\": 20}";
		double free = difference(editSeedThree(List.of(BOX)));
		double kept = difference(editSeedThree(List.of(keep, BOX)));
		assertThat(kept).isLessThan(free / 2);
	}

	@Test
	void fromNothingEveryClassIsTried() {
		JsonNode answer = edit(
				"\"model\": \"fashion\", \"candidates\": 10, \"starts\": 10, \"steps\": 0, \"constraints\": [" + BOX
						+ "]");
		assertThat(answer.at("/start").isNull()).isTrue();
		assertThat(answer.at("/candidates").valueStream().map((one) -> one.at("/label").asString()).distinct())
			.hasSize(10);
	}

	@Test
	void eventsShowCandidatesAsTheyImprove() {
		HttpResponse<byte[]> response = post("/edit", "text/event-stream",
				"{" + SMALL + ", \"constraints\": [" + BOX + "]}");
		assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
		List<String[]> events = events(response);
		assertThat(events).extracting((event) -> event[0]).containsExactly("progress", "progress", "progress", "done");
		List<Double> best = events.stream()
			.map((event) -> JsonMapper.shared().readTree(event[1]).at("/candidates/0/loss").asDouble())
			.toList();
		assertThat(best.getLast()).isLessThan(best.getFirst());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					{}                                                              | constraints must be given
					{"constraints": []}                                             | constraints (0 items) must be between 1 and 64 items
					{"constraints": [{"box": [0,0,1,1]}]}                           | constraints[0].type must be one of colour, sketch, warp, keep
					{"constraints": [{"type": "colour", "colour": "#fff"}]}         | constraints[0].colour (#fff) must be a colour such as #cc2222
					{"constraints": [{"type": "colour", "colour": "#ffffff"}]}      | constraints[0].mask must be given, or else box
					{"constraints": [{"type": "sketch", "box": [0,0,17,1]}]}        | constraints[0].box (0, 0, 17, 1) must be left, top, width and height of a rectangle within 16 x 16
					{"constraints": [{"type": "sketch", "box": [0,2147483647,1,1]}]}| constraints[0].box (0, 2147483647, 1, 1) must be
					{"constraints": [{"type": "sketch", "mask": "AAAA"}]}           | constraints[0].mask must be a PNG file in base64; the file is
					{"constraints": [{"type": "sketch", "mask": "?"}]}              | constraints[0].mask must be a file in base64
					{"constraints": [{"type": "keep", "box": [0,0,1,1]}]}           | constraints[0].type must be colour or sketch unless a picture to edit is given
					{"seed": 1, "latent": [1], "constraints": [{"type": "sketch", "box": [0,0,1,1]}]} | latent must be left out
					{"latent": [1], "constraints": [{"type": "sketch", "box": [0,0,1,1]}]} | latent (1 numbers) must be a list of 8 numbers
					{"latent": ["NaN"], "constraints": []}                          | latent[0] (NaN) must be a finite number
					{"candidates": 33, "constraints": [{"type": "sketch", "box": [0,0,1,1]}]} | candidates (33) must be between 1 and 32
					{"candidates": 9, "starts": 8, "constraints": [{"type": "sketch", "box": [0,0,1,1]}]} | starts (8) must be at least 9
					{"steps": 501, "constraints": [{"type": "sketch", "box": [0,0,1,1]}]} | steps (501) must be between 0 and 500
					{"frames": 1, "constraints": [{"type": "sketch", "box": [0,0,1,1]}]} | frames (1) must be between 2 and 120
					{"prior": -1, "constraints": [{"type": "sketch", "box": [0,0,1,1]}]} | prior (-1.0) must be between 0 and 1000
					{"constraints": [{"type": "sketch", "box": [0,0,1,1], "weight": 0}]} | constraints[0].weight (0.0) must be above 0
					""")
	void whatIsWrongIsNamedWithItsRemedy(String body, String detail) {
		HttpResponse<byte[]> response = post("/edit", "*/*", body);
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(RunningService.json(response).at("/detail").asString()).startsWith(detail);
	}

	@Test
	void tenThousandStrokesAreRefused() {
		String strokes = IntStream.range(0, 10_000).mapToObj((_) -> BOX).collect(Collectors.joining(","));
		HttpResponse<byte[]> response = post("/edit", "*/*", "{\"constraints\": [" + strokes + "]}");
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(RunningService.json(response).at("/detail").asString())
			.isEqualTo("constraints (10000 items) must be between 1 and 64 items");
	}

	@Test
	void aMaskOfTheWrongSizeIsRefusedBeforeItIsDecoded() {
		String mask = Base64.getEncoder().encodeToString(png(SIDE, SIDE + 1, Color.WHITE));
		HttpResponse<byte[]> response = post("/edit", "*/*",
				"{\"constraints\": [{\"type\": \"sketch\", \"mask\": \"%s\"}]}".formatted(mask));
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(RunningService.json(response).at("/detail").asString())
			.isEqualTo("constraints[0].mask (16 x 17 pixels) must be as large as the model's pictures, 16 x 16 pixels");
	}

	@Test
	void anEmptyMaskIsRefused() {
		String mask = Base64.getEncoder().encodeToString(png(SIDE, SIDE, Color.BLACK));
		HttpResponse<byte[]> response = post("/edit", "*/*",
				"{\"constraints\": [{\"type\": \"sketch\", \"mask\": \"%s\"}]}".formatted(mask));
		assertThat(RunningService.json(response).at("/detail").asString()).contains("white, and not transparent");
	}

	@ParameterizedTest
	@CsvSource({ "/edit", "/project" })
	void aBodyBeyondTheLimitOfUploadsIsRefused(String path) {
		String body = "{\"picture\": \"" + "A".repeat(11_000_000) + "\"}";
		assertThat(post(path, "*/*", body).statusCode()).isEqualTo(413);
	}

	@Test
	void aSearchEndsWithTheTimeOfItsClient() {
		HttpResponse<byte[]> response = this.service
			.send(this.service.request("/edit", "Content-Type", "application/json", "X-Request-Timeout", "0.05")
				.POST(BodyPublishers.ofString(
						"{\"candidates\": 32, \"starts\": 256, \"steps\": 500, \"constraints\": [" + BOX + "]}")));
		assertThat(response.statusCode()).isEqualTo(504);
	}

	@Test
	void aPictureOfTheModelIsFoundAgain() throws IOException {
		HttpResponse<byte[]> generated = this.service.get("/models/peeps/samples/7.png");
		JsonNode answer = RunningService.json(post("/project", "application/json",
				"{\"picture\": \"%s\"}".formatted(Base64.getEncoder().encodeToString(generated.body()))));
		assertThat(answer.at("/psnr").asDouble()).isGreaterThan(35);
		assertThat(answer.at("/domain/verdict").asString()).isEqualTo("inside");
		assertThat(answer.at("/latent").size()).isEqualTo(8);
		assertThat(image(answer.at("/target/data").asString()).getWidth()).isEqualTo(SIDE);
	}

	@Test
	void aFormIsAsGoodAsJson() {
		byte[] picture = this.service.get("/models/fashion/samples/8.png").body();
		String json = "{\"model\": \"fashion\", \"steps\": 5, \"picture\": \"%s\"}"
			.formatted(Base64.getEncoder().encodeToString(picture));
		assertThat(RunningService.json(form(picture, "model", "fashion", "steps", "5")))
			.isEqualTo(RunningService.json(post("/project", "application/json", json)));
	}

	@Test
	void aProjectionTellsHowItGoes() {
		byte[] picture = this.service.get("/models/peeps/samples/8.png").body();
		List<String[]> events = events(post("/project", "text/event-stream",
				"{\"steps\": 10, \"picture\": \"%s\"}".formatted(Base64.getEncoder().encodeToString(picture))));
		assertThat(events).extracting((event) -> event[0]).startsWith("progress").endsWith("done");
		assertThat(JsonMapper.shared().readTree(events.getFirst()[1]).at("/picture/mediaType").asString())
			.isEqualTo("image/png");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{}                                        | picture must be given, in base64
			{"picture": "AAAA"}                       | picture must be a PNG, JPEG, WebP, GIF or BMP file; the file is
			{"picture": "AAAA", "starts": 0}          | starts (0) must be between 1 and 256
			{"picture": "AAAA", "steps": 2001}        | steps (2001) must be between 0 and 2000
			{"picture": "AAAA", "loss": "perceptual"} | loss (perceptual) must be pixel
			""")
	void whatIsWrongWithAProjectionIsNamed(String body, String detail) {
		HttpResponse<byte[]> response = post("/project", "*/*", body);
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(RunningService.json(response).at("/detail").asString()).startsWith(detail);
	}

	@Test
	void aPictureOfTooManyPixelsIsRefusedBeforeItIsDecoded() {
		byte[] huge = png(1, 1, Color.WHITE);
		// The sides stand at the beginning of the first chunk.
		Arrays.fill(huge, 17, 20, (byte) 0);
		huge[17] = 1;
		huge[21] = 1;
		HttpResponse<byte[]> response = form(huge);
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(RunningService.json(response).at("/detail").asString())
			.contains("the picture has 65536 x 65537 pixels; at most 50000000 are read");
	}

	@Test
	void aFormThatIsNoneIsRefused() {
		HttpResponse<byte[]> response = this.service
			.send(this.service.request("/project", "Content-Type", "multipart/form-data")
				.POST(BodyPublishers.ofString("x")));
		assertThat(response.statusCode()).isEqualTo(400);
	}

	private JsonNode edit(String fields) {
		HttpResponse<byte[]> response = post("/edit", "application/json", "{" + fields + "}");
		assertThat(response.statusCode()).as(new String(response.body(), StandardCharsets.UTF_8)).isEqualTo(200);
		return RunningService.json(response);
	}

	private HttpResponse<byte[]> post(String path, String accept, String body) {
		return this.service.send(this.service.request(path, "Content-Type", "application/json", "Accept", accept)
			.POST(BodyPublishers.ofString(body)));
	}

	private HttpResponse<byte[]> form(byte[] picture, String... fields) {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		for (int i = 0; i < fields.length; i += 2) {
			body.writeBytes("--part\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
				.formatted(fields[i], fields[i + 1])
				.getBytes(StandardCharsets.UTF_8));
		}
		body.writeBytes("--part\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"x\"\r\n\r\n"
			.getBytes(StandardCharsets.UTF_8));
		body.writeBytes(picture);
		body.writeBytes("\r\n--part--\r\n".getBytes(StandardCharsets.UTF_8));
		return this.service.send(this.service.request("/project", "Content-Type", "multipart/form-data; boundary=part")
			.POST(BodyPublishers.ofByteArray(body.toByteArray())));
	}

	private static List<String[]> events(HttpResponse<byte[]> response) {
		return Arrays.stream(new String(response.body(), StandardCharsets.UTF_8).split("\n\n"))
			.map((event) -> event.replace("event: ", "").split("\ndata: "))
			.toList();
	}

	private JsonNode editSeedThree(List<String> constraints) {
		return edit("\"seed\": 3, \"smoothness\": 0, \"prior\": 0, " + SMALL + ", \"constraints\": ["
				+ String.join(", ", constraints) + "]");
	}

	/** How far the best candidate is from the start in the lower right quarter. */
	private static double difference(JsonNode answer) {
		BufferedImage start = image(answer.at("/start/data").asString());
		BufferedImage best = image(answer.at("/candidates/0/data").asString());
		return IntStream.range(0, 64)
			.map((i) -> Math
				.abs((start.getRGB(8 + i % 8, 8 + i / 8) & 0xFF) - (best.getRGB(8 + i % 8, 8 + i / 8) & 0xFF)))
			.average()
			.orElseThrow();
	}

	private static double brightness(JsonNode candidate) {
		BufferedImage image = image(candidate.at("/data").asString());
		return IntStream.range(0, 16).map((i) -> image.getRGB(i % 4, i / 4) & 0xFF).average().orElseThrow();
	}

	private static BufferedImage image(String base64) {
		try {
			return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(base64)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static byte[] png(int width, int height, Color colour) {
		BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		for (int i = 0; i < width * height; i++) {
			image.setRGB(i % width, i / width, colour.getRGB());
		}
		return PngFile.bytes(image);
	}

}
