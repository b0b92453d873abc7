package io.eidolon;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;

import io.eidolon.anomaly.DetectorCard;
import io.eidolon.anomaly.DetectorFiles;
import io.eidolon.anomaly.DetectorMethod;
import io.eidolon.graph.Attribute;
import io.eidolon.graph.Dimension;
import io.eidolon.graph.ElementType;
import io.eidolon.graph.TinyGenerators;
import io.eidolon.graph.ir.GraphBuilder;
import io.eidolon.graph.ir.Value;
import io.eidolon.modelcard.Sha256;
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

/** Anomalies over HTTP, by detectors to which anomalous is what is bright. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "eidolon.recognition.max-detectors=1")
class AnomaliesTests {

	private static final int SIDE = 32;

	private static final int PLACES = 2;

	@TempDir
	@SuppressWarnings("NullAway.Init")
	static Path folder;

	@SuppressWarnings("NullAway.Init")
	private RunningService service;

	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry registry) {
		registry.add("eidolon.models.path", () -> {
			TinyGenerators.write(folder.resolve("models"), "plain", 8, 1);
			return folder.resolve("models").toString();
		});
		registry.add("eidolon.recognition.path", folder::toString);
	}

	@BeforeEach
	void connect(@LocalServerPort int port) throws IOException {
		this.service = new RunningService(port);
		write("peeps", 0.5, brightness());
	}

	@Test
	void aPictureIsScoredAndWhatDoesNotBelongIsShownInItsSize() throws IOException {
		JsonNode bad = RunningService.json(ask("peeps", picture(60, 40, true), ""));
		assertThat(bad.at("/detector").asString()).isEqualTo("peeps");
		assertThat(bad.at("/method").asString()).isEqualTo("memory");
		assertThat(bad.at("/threshold").asDouble()).isEqualTo(0.5);
		assertThat(bad.at("/score").asDouble()).isGreaterThan(0.9);
		assertThat(bad.at("/anomalous").asBoolean()).isTrue();
		assertThat(bad.at("/confidence").asDouble()).isBetween(0.9, 1.0);
		BufferedImage map = ImageIO
			.read(new ByteArrayInputStream(Base64.getDecoder().decode(bad.at("/heatMap").asString())));
		assertThat(List.of(map.getWidth(), map.getHeight())).containsExactly(60, 40);
		assertThat(Integer.toHexString(map.getRGB(12, 2))).isEqualTo("ffff0000");
		assertThat(map.getRGB(47, 37) >>> 24).isZero();

		JsonNode good = RunningService.json(ask("peeps", picture(60, 40, false), ""));
		assertThat(good.at("/anomalous").asBoolean()).isFalse();
		assertThat(good.at("/score").asDouble()).isLessThan(0.5);
	}

	@Test
	void aReconstructionShowsThePictureThatItMadeAndThePartsOfItsScore() throws IOException {
		byte[] network = halved();
		DetectorFiles.write(DetectorFiles.folder(folder, "made"), new DetectorCard(DetectorMethod.RECONSTRUCTION, SIDE,
				PLACES, 1, 3.0, 0.5, 0.01, 0.1, 8, 2, "test", "", Sha256.hex(network)), network);
		JsonNode bad = RunningService.json(ask("made", picture(32, 32, true), ""));
		assertThat(bad.at("/method").asString()).isEqualTo("reconstruction");
		// The brightest quarter is 1 by its pixels, and by its features, which count
		// three times
		assertThat(bad.at("/parts/pixels").asDouble()).isEqualTo(1);
		assertThat(bad.at("/parts/features").asDouble()).isEqualTo(3);
		assertThat(bad.at("/score").asDouble()).isEqualTo(4);
		assertThat(bad.at("/anomalous").asBoolean()).isTrue();
		BufferedImage made = ImageIO
			.read(new ByteArrayInputStream(Base64.getDecoder().decode(bad.at("/reconstruction").asString())));
		assertThat(List.of(made.getWidth(), made.getHeight())).containsExactly(SIDE, SIDE);
		// White becomes half of it
		assertThat(made.getRGB(3, 3) & 0xFF).isEqualTo(191);
		assertThat(RunningService.json(ask("peeps", picture(32, 32, true), "")).has("reconstruction")).isFalse();
	}

	@Test
	void aRequestMayHaveAThresholdOfItsOwn() {
		String bad = picture(32, 32, true);
		JsonNode answer = RunningService.json(ask("peeps", bad, ", \"threshold\": 2.5"));
		assertThat(answer.at("/threshold").asDouble()).isEqualTo(2.5);
		assertThat(answer.at("/anomalous").asBoolean()).isFalse();
		assertThat(detail(ask("peeps", bad, ", \"threshold\": 0"))).isEqualTo("threshold (0.0) must be above 0");
	}

	@Test
	void aFormIsAnsweredAsJsonIs() {
		String picture = picture(32, 32, true);
		HttpResponse<byte[]> response = this.service
			.send(this.service.request("/anomalies", "Content-Type", "multipart/form-data; boundary=part")
				.POST(BodyPublishers.concat(BodyPublishers.ofString("""
						--part\r
						Content-Disposition: form-data; name="detector"\r
						\r
						peeps\r
						--part\r
						Content-Disposition: form-data; name="picture"; filename="a.png"\r
						\r
						"""), BodyPublishers.ofByteArray(Base64.getDecoder().decode(picture)),
						BodyPublishers.ofString("\r\n--part--\r\n"))));
		assertThat(RunningService.json(response)).isEqualTo(RunningService.json(ask("peeps", picture, "")));
	}

	@Test
	void aDetectorThatIsNotThereOrBrokenIsToldWithWhatToDo() throws IOException {
		HttpResponse<byte[]> unknown = ask("nobody", picture(8, 8, false), "");
		assertThat(unknown.statusCode()).isEqualTo(422);
		assertThat(RunningService.json(unknown).at("/detail").asString()).isEqualTo("There is no detector nobody; "
				+ "train one with the trainer's command anomaly --data=<good pictures> --name=<name>");
		assertThat(RunningService.json(unknown).at("/detector").asString()).isEqualTo("nobody");
		assertThat(ask("../peeps", picture(8, 8, false), "").statusCode()).isEqualTo(422);
		write("torn", 0.5, brightness());
		Files.write(DetectorFiles.folder(folder, "torn").resolve(DetectorMethod.MEMORY.file()), new byte[] { 1, 2, 3 });
		assertThat(ask("torn", picture(8, 8, false), "").statusCode()).isEqualTo(422);
	}

	@Test
	void whatIsMissingOrNoPictureIsRefusedByItsName() {
		assertThat(detail(post("{\"detector\": \"peeps\"}"))).isEqualTo("picture must be given, in base64");
		assertThat(detail(post("{\"picture\": \"%s\"}".formatted(picture(8, 8, false)))))
			.startsWith("detector must be given");
		assertThat(detail(ask("peeps", "AAAA", ""))).startsWith("picture must be a ");
	}

	@Test
	void aDetectorThatWasTrainedAgainIsReadAgainAndOthersCloseForRoom() throws IOException {
		String picture = picture(32, 32, true);
		assertThat(threshold("peeps", picture)).isEqualTo(0.5);
		write("other", 0.25, brightness());
		assertThat(threshold("other", picture)).isEqualTo(0.25);
		assertThat(threshold("peeps", picture)).isEqualTo(0.5);
		write("peeps", 0.75, brightness());
		Files.setLastModifiedTime(DetectorFiles.folder(folder, "peeps").resolve(DetectorFiles.CARD),
				FileTime.from(Instant.now().plusSeconds(5)));
		assertThat(threshold("peeps", picture)).isEqualTo(0.75);
	}

	@Test
	void detectorsAreListedByNameWithoutThoseWhoseCardCannotBeRead() throws IOException {
		write("other", 0.25, brightness());
		Files.createDirectories(DetectorFiles.folder(folder, "empty"));
		JsonNode list = RunningService.json(this.service.get("/detectors"));
		List<String> names = list.at("/detectors").valueStream().map((one) -> one.at("/name").asString()).toList();
		assertThat(names).contains("other", "peeps").doesNotContain("empty").isSorted();
		JsonNode peeps = list.at("/detectors").get(names.indexOf("peeps"));
		assertThat(peeps.at("/threshold").asDouble()).isEqualTo(0.5);
		assertThat(peeps.at("/method").asString()).isEqualTo("memory");
		assertThat(peeps.at("/pictures").asInt()).isEqualTo(8);
	}

	@Test
	void theExampleOfTheOpenApiPageRuns() {
		JsonNode form = RunningService.json(this.service.get("/v3/api-docs")).at("/components/schemas/AnomalyForm");
		String body = "{\"detector\": %s, \"picture\": %s}".formatted(form.at("/properties/detector/example"),
				form.at("/properties/picture/example"));
		assertThat(post(body).statusCode()).as(body).isEqualTo(200);
	}

	private double threshold(String detector, String picture) {
		return RunningService.json(ask(detector, picture, "")).at("/threshold").asDouble();
	}

	private static String detail(HttpResponse<byte[]> refused) {
		assertThat(refused.statusCode()).isEqualTo(400);
		return RunningService.json(refused).at("/detail").asString();
	}

	private HttpResponse<byte[]> ask(String detector, String picture, String more) {
		return post("{\"detector\": \"%s\", \"picture\": \"%s\"%s}".formatted(detector, picture, more));
	}

	private HttpResponse<byte[]> post(String body) {
		return this.service
			.send(this.service.request("/anomalies", "Content-Type", "application/json", "Accept", "application/json")
				.POST(BodyPublishers.ofString(body)));
	}

	private static void write(String name, double threshold, byte[] memory) throws IOException {
		DetectorFiles.write(DetectorFiles.folder(folder, name), new DetectorCard(DetectorMethod.MEMORY, SIDE, PLACES, 1,
				null, threshold, 0.01, 0.1, 8, 2, "test", "", Sha256.hex(memory)), memory);
	}

	/** A black picture, white in the left upper quarter of its centre where it is bad. */
	private static String picture(int width, int height, boolean bad) {
		BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		if (bad) {
			Graphics2D graphics = picture.createGraphics();
			graphics.setColor(Color.WHITE);
			graphics.fillRect(0, 0, width / 2, height / 2);
			graphics.dispose();
		}
		return PngFile.base64(picture);
	}

	/** Brightness as both parts of a score, and the picture with half its values. */
	private static byte[] halved() {
		GraphBuilder graph = new GraphBuilder("reconstruction", 17);
		Value image = graph.input("image", ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(3),
				Dimension.fixed(SIDE), Dimension.fixed(SIDE));
		Value quarters = graph.node("Flatten", List.of(graph.node("ReduceMean",
				List.of(graph.node("AveragePool", List.of(image),
						Attribute.integers("kernel_shape", SIDE / PLACES, SIDE / PLACES),
						Attribute.integers("strides", SIDE / PLACES, SIDE / PLACES))),
				Attribute.integers("axes", 1))));
		Value half = graph.node("Flatten",
				List.of(graph.node("Mul", List.of(image, graph.constant("half", new float[] { 0.5f }, 1)))));
		graph.output(graph.node("Concat", List.of(quarters, quarters, half), Attribute.integer("axis", 1)),
				DetectorMethod.RECONSTRUCTION.output(), ElementType.FLOAT, Dimension.BATCH,
				Dimension.fixed(2 * PLACES * PLACES + 3L * SIDE * SIDE));
		return graph.build();
	}

	/** The mean of each quarter: image (N, 3, 32, 32) to (N, 4). */
	private static byte[] brightness() {
		GraphBuilder graph = new GraphBuilder("memory", 17);
		Value image = graph.input("image", ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(3),
				Dimension.fixed(SIDE), Dimension.fixed(SIDE));
		Value quarters = graph.node("AveragePool", List.of(image),
				Attribute.integers("kernel_shape", SIDE / PLACES, SIDE / PLACES),
				Attribute.integers("strides", SIDE / PLACES, SIDE / PLACES));
		Value grey = graph.node("ReduceMean", List.of(quarters), Attribute.integers("axes", 1));
		graph.output(graph.node("Flatten", List.of(grey)), DetectorMethod.MEMORY.output(), ElementType.FLOAT,
				Dimension.BATCH, Dimension.fixed(PLACES * PLACES));
		return graph.build();
	}

}
