package io.eidolon;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every picture that leaves the service says that a model made it, in the words of the
 * IPTC, and an uploaded one does not.
 */
@ServiceTest
class ProvenanceTests {

	private static final String IPTC = "http://cv.iptc.org/newscodes/digitalsourcetype/";

	private static final String MADE = IPTC + "trainedAlgorithmicMedia";

	private static final String COMPOSITE = IPTC + "compositeWithTrainedAlgorithmicMedia";

	private static final int SIDE = 16;

	@TempDir
	private Path folder;

	private RunningService service;

	@BeforeEach
	void connect(@LocalServerPort int port) {
		this.service = new RunningService(port);
	}

	@Test
	void whatIsGeneratedSaysSoInEveryFormat() throws IOException, InterruptedException {
		for (String extension : List.of("png", "jpg", "webp")) {
			write("sample." + extension, this.service.get("/models/peeps/samples/7." + extension));
			write("grey." + extension, this.service.get("/models/fashion/samples/7." + extension));
			write("upscaled." + extension,
					this.service.get("/models/peeps/samples/7.%s?upscale=2".formatted(extension)));
		}
		for (String format : List.of("png", "jpeg", "webp")) {
			write("sheet." + format, this.service.generate("{\"count\": 4}", "image/" + format));
			unzip(format,
					this.service.generate("{\"count\": 2, \"format\": \"%s\"}".formatted(format), "application/zip"));
		}
		for (String format : List.of("gif", "apng", "webp")) {
			write("walk." + format, this.service.get("/interpolate?from=1&to=2&steps=3", "Accept", "image/" + format));
		}
		write("film.png", this.service.get("/interpolate?from=1&to=2&steps=3&format=png"));
		unzip("frames", this.service.get("/interpolate?from=1&to=2&steps=3", "Accept", "application/zip"));
		write("json.png", RunningService.json(this.service.generate("{}", "application/json")).at("/pictures/0/data"));
		assertThat(ExifTool.digitalSourceTypes(this.folder)).hasSize(21)
			.allSatisfy((_, type) -> assertThat(type).isEqualTo(MADE));
	}

	@Test
	void whatASearchFindsSaysSoAndWhatWasUploadedDoesNot() throws IOException, InterruptedException {
		JsonNode edit = RunningService.json(post("/edit", """
				{"seed": 3, "candidates": 1, "starts": 2, "steps": 2, "frames": 2,
				"constraints": [{"type": "colour", "box": [0, 0, 4, 4], "colour": "#ffffff"}]}"""));
		write("start.png", edit.at("/start/data"));
		write("candidate.png", edit.at("/candidates/0/data"));
		write("frame.png", edit.at("/frames/1/data"));
		String photo = Base64.getEncoder().encodeToString(photo());
		JsonNode projection = RunningService
			.json(post("/project", "{\"steps\": 1, \"starts\": 2, \"picture\": \"%s\"}".formatted(photo)));
		write("found.png", projection.at("/picture/data"));
		write("uploaded.png", projection.at("/target/data"));
		assertThat(ExifTool.digitalSourceTypes(this.folder)).containsExactlyInAnyOrderEntriesOf(Map.of("start.png",
				MADE, "candidate.png", MADE, "frame.png", MADE, "found.png", MADE, "uploaded.png", ""));
		assertThat(Files.readString(this.folder.resolve("uploaded.png"), StandardCharsets.ISO_8859_1))
			.doesNotContain("peeps");
	}

	@Test
	void whatKeepsPartsOfAnUploadedPictureIsAComposite() throws IOException, InterruptedException {
		write("generation.png",
				RunningService.json(post("/v1/images/generations", "{\"prompt\": \"man\"}")).at("/data/0/b64_json"));
		write("variation.png", form("/v1/images/variations", "image", photo()));
		write("moved.png",
				form("/v1/images/edits", "image", photo(), "prompt", "man".getBytes(StandardCharsets.UTF_8)));
		write("filled.png", form("/v1/images/edits", "image", photo(), "mask", mask()));
		assertThat(ExifTool.digitalSourceTypes(this.folder)).containsExactlyInAnyOrderEntriesOf(
				Map.of("generation.png", MADE, "variation.png", MADE, "moved.png", MADE, "filled.png", COMPOSITE));
	}

	private void write(String name, HttpResponse<byte[]> response) throws IOException {
		assertThat(response.statusCode()).as(name).isEqualTo(200);
		Files.write(this.folder.resolve(name), response.body());
	}

	private void write(String name, JsonNode base64) throws IOException {
		assertThat(base64.isString()).as(name).isTrue();
		Files.write(this.folder.resolve(name), Base64.getDecoder().decode(base64.asString()));
	}

	private void unzip(String format, HttpResponse<byte[]> response) throws IOException {
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(response.body()))) {
			ZipEntry first = zip.getNextEntry();
			Files.write(this.folder.resolve("zipped-" + format + "-" + first.getName()), zip.readAllBytes());
		}
	}

	private HttpResponse<byte[]> post(String path, String json) {
		return this.service
			.send(this.service.request(path, "Content-Type", "application/json", "Accept", "application/json")
				.POST(BodyPublishers.ofString(json)));
	}

	/** Posts a form to OpenAI's API, and returns the first picture. */
	private JsonNode form(String path, Object... fields) {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		for (int i = 0; i < fields.length; i += 2) {
			body.writeBytes("--part\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n".formatted(fields[i])
				.getBytes(StandardCharsets.UTF_8));
			body.writeBytes((byte[]) fields[i + 1]);
			body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
		}
		body.writeBytes("--part--\r\n".getBytes(StandardCharsets.UTF_8));
		HttpResponse<byte[]> response = this.service
			.send(this.service.request(path, "Content-Type", "multipart/form-data; boundary=part")
				.POST(BodyPublishers.ofByteArray(body.toByteArray())));
		return RunningService.json(response).at("/data/0/b64_json");
	}

	private static byte[] photo() throws IOException {
		return PngFile.bytes(new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB));
	}

	private static byte[] mask() throws IOException {
		BufferedImage mask = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
		for (int i = 0; i < SIDE * SIDE / 2; i++) {
			mask.setRGB(i % SIDE, i / SIDE, 0xff000000);
		}
		return PngFile.bytes(mask);
	}

}
