package io.eidolon;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;

import javax.imageio.ImageIO;

import io.eidolon.batching.Priority;
import io.eidolon.image.Picture;
import io.eidolon.upscaling.Upscaler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds the service to pictures that the super-resolution network has enlarged. */
@ServiceTest
class UpscalingTests {

	private static final int SIDE = 16;

	private static final String SAMPLE = "/models/peeps/samples/7.png";

	@Autowired
	private Upscaler upscaler;

	private RunningService service;

	@BeforeEach
	void connect(@LocalServerPort int port) {
		this.service = new RunningService(port);
	}

	@ParameterizedTest
	@ValueSource(ints = { 2, 4 })
	void aPictureIsWhatTheNetworkMakesOfTheGeneratedOne(int factor) throws IOException {
		Picture expected = this.upscaler
			.upscale(List.of(picture(image(this.service.get(SAMPLE).body()))), factor, "client", Priority.REQUEST,
					Duration.ofMinutes(1))
			.getFirst()
			.join();
		BufferedImage enlarged = image(this.service.get(SAMPLE + "?upscale=" + factor).body());
		assertThat(enlarged.getWidth()).isEqualTo(factor * SIDE);
		assertThat(picture(enlarged).samples()).isEqualTo(expected.samples());
	}

	@Test
	void scaleRepeatsThePixelsOfWhatTheNetworkMade() throws IOException {
		Picture upscaled = picture(image(this.service.get(SAMPLE + "?upscale=2").body()));
		Picture both = picture(image(this.service.get(SAMPLE + "?upscale=2&scale=3").body()));
		assertThat(both.samples()).isEqualTo(upscaled.scale(3).samples());
	}

	@Test
	void theTagOfAnImageCoversHowItIsUpscaled() {
		Set<String> tags = Stream.of("", "?upscale=2", "?upscale=4", "?scale=2", "?scale=4")
			.map((query) -> this.service.get(SAMPLE + query).headers().firstValue("ETag").orElseThrow())
			.collect(Collectors.toSet());
		assertThat(tags).hasSize(5);
		String tag = this.service.get(SAMPLE + "?upscale=2").headers().firstValue("ETag").orElseThrow();
		assertThat(this.service.get(SAMPLE + "?upscale=2", "If-None-Match", tag).statusCode()).isEqualTo(304);
		assertThat(this.service.get(SAMPLE + "?upscale=4", "If-None-Match", tag).statusCode()).isEqualTo(200);
	}

	@Test
	void answersSayHowFarTheyAreUpscaled() throws IOException {
		JsonNode answer = RunningService
			.json(this.service.generate("{\"seed\": 7, \"count\": 2, \"upscale\": 2}", "application/json"));
		assertThat(answer.at("/upscale").asInt()).isEqualTo(2);
		assertThat(answer.at("/pictures/1/seed").asInt()).isEqualTo(8);
		byte[] png = answer.at("/pictures/0/data").binaryValue();
		assertThat(new String(png, StandardCharsets.ISO_8859_1)).contains("tEXtupscale\0002");
		assertThat(image(png).getWidth()).isEqualTo(2 * SIDE);
		JsonNode plain = RunningService.json(this.service.generate("{\"seed\": 7, \"scale\": 2}", "application/json"));
		assertThat(plain.has("upscale")).isFalse();
		assertThat(new String(plain.at("/pictures/0/data").binaryValue(), StandardCharsets.ISO_8859_1))
			.doesNotContain("upscale");
	}

	@Test
	void aGridHasTheNetworksPictures() throws IOException {
		BufferedImage grid = image(
				this.service.generate("{\"seed\": 7, \"count\": 4, \"columns\": 2, \"upscale\": 4}", "image/png")
					.body());
		assertThat(grid.getWidth()).isEqualTo(2 * 4 * SIDE);
		Picture first = picture(grid.getSubimage(0, 0, 4 * SIDE, 4 * SIDE));
		Picture alone = picture(image(this.service.get(SAMPLE + "?upscale=4").body()));
		assertThat(largestDifference(first, alone)).isLessThanOrEqualTo(1);
	}

	@Test
	void filesAreNamedAfterTheirFactor() throws IOException {
		assertThat(firstFile(this.service.generate("{\"seed\": 7, \"upscale\": 4}", "application/zip")))
			.isEqualTo("peeps-7-x4.png");
		assertThat(firstFile(this.service.get("/interpolate?from=1&to=7&steps=2&upscale=2&format=zip")))
			.isEqualTo("peeps-000-x2.png");
	}

	@Test
	void aWalkIsUpscaledFrameByFrame() throws IOException {
		HttpResponse<byte[]> strip = this.service.get("/interpolate?from=1&to=7&steps=3&upscale=2&format=png");
		assertThat(image(strip.body()).getWidth()).isEqualTo(3 * 2 * SIDE);
		JsonNode answer = RunningService
			.json(this.service.get("/interpolate?from=1&to=7&steps=3&upscale=2&format=json"));
		assertThat(answer.at("/upscale").asInt()).isEqualTo(2);
		assertThat(image(answer.at("/frames/2/data").binaryValue()).getHeight()).isEqualTo(2 * SIDE);
		assertThat(ImageIO
			.read(new ByteArrayInputStream(
					this.service.get("/interpolate?from=1&to=7&steps=3&upscale=2&format=gif").body()))
			.getWidth()).isEqualTo(2 * SIDE);
	}

	@Test
	void aSearchUpscalesItsAnswerButNotItsProgress() throws IOException {
		String body = """
				{"seed": 7, "candidates": 2, "starts": 2, "steps": 10, "frames": 2, "upscale": 2, "scale": 3,
				 "constraints": [{"type": "colour", "box": [0, 0, 4, 4], "colour": "#ffffff"}]}""";
		List<String> events = events("/edit", body);
		for (String event : events.subList(0, events.size() - 1)) {
			assertThat(width(event, "/candidates/0/data")).isEqualTo(3 * SIDE);
		}
		assertThat(events).hasSizeGreaterThan(1);
		for (String place : List.of("/start/data", "/candidates/0/data", "/candidates/1/data", "/frames/1/data")) {
			assertThat(width(events.getLast(), place)).isEqualTo(6 * SIDE);
		}
	}

	@Test
	void aProjectionUpscalesItsAnswerButNotItsProgress() throws IOException {
		String picture = Base64.getEncoder().encodeToString(this.service.get(SAMPLE).body());
		List<String> events = events("/project",
				"{\"starts\": 1, \"steps\": 4, \"upscale\": 4, \"picture\": \"%s\"}".formatted(picture));
		assertThat(width(events.getFirst(), "/picture/data")).isEqualTo(SIDE);
		assertThat(width(events.getLast(), "/picture/data")).isEqualTo(4 * SIDE);
		assertThat(width(events.getLast(), "/target/data")).isEqualTo(4 * SIDE);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			"upscale": 3             | upscale (3) must be 2 or 4, or left out
			"upscale": 1             | upscale (1) must be 2 or 4, or left out
			"upscale": 4, "scale": 9 | scale (9) must be between 1 and 8
			""")
	void aFactorThatTheNetworkDoesNotHaveIsRefused(String properties, String detail) {
		HttpResponse<byte[]> response = this.service.generate("{%s}".formatted(properties), "image/png");
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(RunningService.json(response).at("/detail").asString()).isEqualTo(detail);
		assertThat(this.service.get(SAMPLE + "?upscale=3").statusCode()).isEqualTo(400);
		assertThat(this.service.get("/interpolate?from=1&to=2&upscale=3").statusCode()).isEqualTo(400);
	}

	private List<String> events(String path, String body) {
		HttpResponse<byte[]> response = this.service
			.send(this.service.request(path, "Content-Type", "application/json", "Accept", "text/event-stream")
				.POST(BodyPublishers.ofString(body)));
		assertThat(response.statusCode()).isEqualTo(200);
		return new String(response.body(), StandardCharsets.UTF_8).lines()
			.filter((line) -> line.startsWith("data: "))
			.map((line) -> line.substring("data: ".length()))
			.toList();
	}

	private static int width(String event, String place) throws IOException {
		return image(new JsonMapper().readTree(event).at(place).binaryValue()).getWidth();
	}

	private static String firstFile(HttpResponse<byte[]> response) throws IOException {
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(response.body()))) {
			return zip.getNextEntry().getName();
		}
	}

	private static BufferedImage image(byte[] file) throws IOException {
		return ImageIO.read(new ByteArrayInputStream(file));
	}

	private static Picture picture(BufferedImage image) {
		int[] values = image.getRaster().getPixels(0, 0, image.getWidth(), image.getHeight(), (int[]) null);
		byte[] samples = new byte[values.length];
		for (int i = 0; i < samples.length; i++) {
			samples[i] = (byte) values[i];
		}
		return new Picture(image.getWidth(), image.getHeight(), 3, samples);
	}

	private static int largestDifference(Picture one, Picture other) {
		int largest = 0;
		for (int i = 0; i < one.samples().length; i++) {
			largest = Math.max(largest, Math.abs((one.samples()[i] & 0xff) - (other.samples()[i] & 0xff)));
		}
		return largest;
	}

}
