package io.eidolon;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import io.eidolon.anomaly.DetectorFiles;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.modelcard.ModelCards;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** What a newcomer gets: the models of the repository, with the settings as they are. */
@ShippedModels
class ShippedModelsTests {

	static final List<String> MODELS = List.of("bedrooms", "faces", "fashion", "peeps", "peeps-text");

	private static final long MAX_BYTES = 10_000_000;

	private static final long MAX_BYTES_OF_ALL = 45_000_000;

	@LocalServerPort
	private int port;

	@SuppressWarnings("NullAway.Init")
	private RunningService service;

	@BeforeEach
	void connect() {
		this.service = new RunningService(this.port);
	}

	@Test
	void allOfThemServeAndPeepsIsTheDefault() {
		JsonNode models = RunningService.json(this.service.get("/models"));
		assertThat(models.at("/models").valueStream().map((model) -> model.at("/name").asString()))
			.containsExactlyElementsOf(MODELS);
		assertThat(models.at("/defaultModel").asString()).isEqualTo("peeps");
	}

	@ParameterizedTest
	@FieldSource("MODELS")
	void theirCardsSayWhereTheyComeFrom(String name) {
		ModelCard card = ModelCards.read(Path.of("models", name));
		assertThat(card.licence()).isNotBlank();
		assertThat(card.data()).isNotNull().satisfies((data) -> {
			assertThat(data.name()).isNotBlank();
			assertThat(data.source()).isNotBlank();
			assertThat(data.licence()).isNotBlank();
		});
		assertThat(card.training()).isNotNull().satisfies((training) -> assertThat(training.hours()).isPositive());
		assertThat(card.proof()).isNotNull().satisfies((proof) -> {
			assertThat(proof.latents()).isEqualTo(64);
			assertThat(proof.maxAbsoluteDifference()).isLessThanOrEqualTo(1 / 255.0);
			assertThat(proof.maxLevelDifference()).isLessThanOrEqualTo(1);
		});
	}

	@ParameterizedTest
	@FieldSource("MODELS")
	void theyAreSmallEnoughToShip(String name) throws IOException {
		assertThat(bytes(Path.of("models", name))).isLessThanOrEqualTo(MAX_BYTES);
	}

	@Test
	void allTogetherTheyAreSmallEnoughToShip() throws IOException {
		assertThat(bytes(Path.of("models"))).isLessThanOrEqualTo(MAX_BYTES_OF_ALL);
	}

	@Test
	void aDetectorOfAnomaliesIsShippedWithItsLicenceAndStaysSmallBesideFashion() throws IOException {
		Path folder = DetectorFiles.folder(Path.of("data"), "peeps");
		assertThat(DetectorFiles.network(folder, DetectorFiles.card(folder))).isNotEmpty();
		assertThat(folder.resolve("LICENSE")).content().contains("Apache License", "CC0 1.0", "MIT License");
		assertThat(bytes(folder) + bytes(Path.of("models", "fashion"))).isLessThanOrEqualTo(6_000_000);
		assertThat(Path.of(".dockerignore")).content().contains("\n!data/anomalies\n");
	}

	private static long bytes(Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.mapToLong((file) -> file.toFile().length()).sum();
		}
	}

	@ParameterizedTest
	@FieldSource("MODELS")
	void eachHasAPageThatTellsItsQuality(String name) {
		ModelCard.Quality quality = Objects.requireNonNull(ModelCards.read(Path.of("models", name)).quality());
		assertThat(Path.of("docs/models", name + ".md")).content()
			.containsPattern("\\| Frechet distance in %s(?: features)? \\| %.3f \\|".formatted(quality.features(),
					quality.frechetDistance()));
	}

	@ParameterizedTest
	@CsvSource({ "faces, CC BY-NC-SA 4.0, NVIDIA FFHQ", "bedrooms, for evaluation only, unclear" })
	void whatMayNotBeUsedFreelySaysSo(String name, String licence, String word) {
		assertThat(RunningService.json(this.service.get("/models/" + name)).at("/licence").asString())
			.contains(licence);
		assertThat(String.valueOf(ModelCards.read(Path.of("models", name)).data())).contains(word);
	}

	@ParameterizedTest
	@FieldSource("MODELS")
	void theirFoldersHoldTheLicenceThatTheirCardsName(String name) {
		assertThat(Path.of("models", name, "LICENSE")).content()
			.contains("\nLicence: %s\n".formatted(ModelCards.read(Path.of("models", name)).licence()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "faces", "bedrooms" })
	void theLicenceOfTheRepositorySaysThatItDoesNotCoverThem(String name) {
		assertThat(Path.of("LICENSE")).content()
			.contains("What this licence does not cover")
			.contains("models/" + name + "/LICENSE");
	}

	@ParameterizedTest
	@ValueSource(strings = { "faces", "bedrooms" })
	void theImageLeavesOutWhatMayNotBeHandedOn(String name) {
		assertThat(Path.of(".dockerignore")).content().contains("\nmodels/" + name + "\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "peeps", "peeps-text", "faces", "bedrooms" })
	void theOthersAreSmoothAndVariedPicturesInColour(String name) {
		List<BufferedImage> pictures = Stream.of(1, 2, 3, 4, 5, 6, 7, 8).map((seed) -> sample(name, seed)).toList();
		for (BufferedImage picture : pictures) {
			assertThat(picture.getWidth()).isEqualTo(64);
			assertThat(picture.getRaster().getNumBands()).isEqualTo(3);
		}
		// Neighbours are 16 levels apart in the pictures of peeps, and 85 in pure noise.
		assertThat(
				pictures.stream().mapToDouble((picture) -> meanDifference(picture, picture, 1)).average().orElseThrow())
			.isLessThan(2 * 16);
		for (int i = 1; i < pictures.size(); i++) {
			assertThat(meanDifference(pictures.get(i - 1), pictures.get(i), 0)).isGreaterThan(10);
		}
	}

	@Test
	void wordsSayWhatIsGenerated() {
		BufferedImage blue = prompted("a man in a blue shirt on a blue background");
		BufferedImage red = prompted("a man in a red shirt on a red background");
		int corner = blue.getWidth() / 16;
		Color first = new Color(blue.getRGB(corner, corner));
		Color second = new Color(red.getRGB(corner, corner));
		assertThat(first.getBlue() - first.getRed()).isGreaterThan(60);
		assertThat(second.getRed() - second.getBlue()).isGreaterThan(60);
	}

	@ParameterizedTest
	@ValueSource(strings = { "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag",
			"Ankle boot" })
	void fashionTakesItsClassesByName(String label) {
		JsonNode answer = RunningService.json(this.service
			.generate("{\"model\": \"fashion\", \"seed\": 3, \"label\": \"%s\"}".formatted(label), "application/json"));
		assertThat(answer.at("/pictures/0/label").asString()).isEqualTo(label);
		assertThat(answer.at("/pictures/0/data").asString()).isNotBlank();
	}

	@Test
	void fashionMakesTrousersDarkInTheMiddleAndShirtsBright() {
		// Between the legs there is nothing; a shirt is widest there.
		assertThat(legGap("Trouser")).isLessThan(legGap("Pullover") - 60);
	}

	/** Returns the mean level low in the middle column over some seeds. */
	private double legGap(String label) {
		return Stream.of(1, 2, 3, 4, 5, 6, 7, 8)
			.map((seed) -> sample("fashion", seed + ".png?label=" + label))
			.mapToInt((picture) -> picture.getRaster().getSample(15, 25, 0))
			.average()
			.orElseThrow();
	}

	private BufferedImage prompted(String prompt) {
		return sample("peeps-text", "1.png?truncation=0.7&prompt=" + URLEncoder.encode(prompt, StandardCharsets.UTF_8));
	}

	private BufferedImage sample(String model, int seed) {
		return sample(model, seed + ".png");
	}

	private BufferedImage sample(String model, String file) {
		try {
			return ImageIO.read(
					new ByteArrayInputStream(this.service.get("/models/%s/samples/%s".formatted(model, file)).body()));
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	/**
	 * Returns the mean difference in levels, the second picture moved by some pixels to
	 * the left.
	 */
	private static double meanDifference(BufferedImage first, BufferedImage second, int shift) {
		long sum = 0;
		int count = 0;
		for (int y = 0; y < first.getHeight(); y++) {
			for (int x = 0; x < first.getWidth() - shift; x++) {
				for (int band = 0; band < first.getRaster().getNumBands(); band++) {
					sum += Math.abs(
							first.getRaster().getSample(x, y, band) - second.getRaster().getSample(x + shift, y, band));
					count++;
				}
			}
		}
		return (double) sum / count;
	}

}
