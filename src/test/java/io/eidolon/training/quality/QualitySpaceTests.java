package io.eidolon.training.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.eidolon.graph.Dimension;
import io.eidolon.graph.ElementType;
import io.eidolon.graph.ir.GraphBuilder;
import io.eidolon.graph.ir.Value;
import io.eidolon.image.Picture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

/** Describes pictures by the means of their channels, a network that hands can follow. */
class QualitySpaceTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	@SuppressWarnings("NullAway.Init")
	private Path file;

	@BeforeEach
	void nameTheFile() {
		this.file = this.folder.resolve("means.onnx");
	}

	@Test
	void levelsEnterBetweenNothingAndOneUnlessACardSaysOtherwise() throws IOException {
		write(Dimension.fixed(3), Dimension.fixed(4));
		assertThat(features(colour(8, 0, 51, 255))).containsExactly(new float[] { 0, 0.2f, 1 }, within(1e-6f));
		card("""
				{"mean": [0.5], "deviation": [0.5, 0.25, 1]}""");
		assertThat(features(colour(8, 0, 51, 255))).containsExactly(new float[] { -1, -1.2f, 0.5f }, within(1e-6f));
	}

	@Test
	void aSpaceIsCalledByItsFileUnlessACardNamesIt() throws IOException {
		write(Dimension.fixed(3), Dimension.fixed(4));
		assertThat(name()).isEqualTo("means");
		card("""
				{"name": "Inception-v3"}""");
		assertThat(name()).isEqualTo("Inception-v3");
	}

	@Test
	void greyStandsInForColourAndColourForGrey() throws IOException {
		write(Dimension.fixed(3), Dimension.fixed(4));
		byte[] grey = new byte[16];
		Arrays.fill(grey, (byte) 51);
		assertThat(features(new Picture(4, 4, 1, grey))).containsExactly(new float[] { 0.2f, 0.2f, 0.2f },
				within(1e-6f));
		write(Dimension.fixed(1), Dimension.fixed(4));
		assertThat(features(colour(4, 255, 0, 0))).containsExactly(new float[] { 0.299f }, within(1e-6f));
	}

	@Test
	void aGraphOfAnySizeTakesTheSizeOfItsCard() throws IOException {
		write(Dimension.fixed(3), new Dimension.Dynamic("side"));
		card("""
				{"size": 6}""");
		assertThat(features(colour(8, 255, 255, 0))).containsExactly(new float[] { 1, 1, 0 }, within(1e-6f));
	}

	@Test
	void picturesAreResizedBilinearlyUnlessACardAsksForBicubic() throws IOException {
		write(Dimension.fixed(3), Dimension.fixed(4));
		byte[] samples = new byte[27];
		for (int row = 0; row < 3; row++) {
			samples[9 * row] = (byte) 255;
		}
		Picture stripe = new Picture(3, 3, 3, samples);
		assertThat(features(stripe)[0]).isCloseTo(0.34375f, within(1e-5f));
		card("""
				{"resize": "bicubic"}""");
		assertThat(features(stripe)[0]).isCloseTo(0.33883f, within(1e-5f));
	}

	@Test
	void manyPicturesKeepTheirOrder() throws IOException {
		write(Dimension.fixed(3), Dimension.fixed(4));
		List<Picture> pictures = IntStream.range(0, 150).mapToObj((i) -> colour(4, i, 0, 0)).toList();
		try (QualitySpace space = QualitySpace.open(this.file.toString(), 3)) {
			Features features = space.features(pictures);
			assertThat(features.count()).isEqualTo(150);
			assertThat(features.dimension()).isEqualTo(3);
			for (int i = 0; i < 150; i++) {
				assertThat(features.values()[3 * i]).isCloseTo(i / 255f, within(1e-6f));
			}
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{"size": 5}              | means: size (5) must be 4
			{"mean": [1, 2]}         | means: mean ([1.0, 2.0]) must be one number, or 3
			{"output": "logits"}     | means: output (logits) must be one of [features]
			{"shape": 5}             | cannot be read
			{"resize": "lanczos"}    | [bicubic, bilinear]
			not JSON                 | cannot be read
			""")
	void aCardThatDoesNotFitIsRefusedWithWhatWould(String json, String message) throws IOException {
		write(Dimension.fixed(3), Dimension.fixed(4));
		card(json);
		assertRefused(message);
	}

	@Test
	void whatIsNoNetworkOfPicturesIsRefused() throws IOException {
		assertRefused("is missing or cannot be read");
		Files.writeString(this.file, "no graph");
		assertRefused("means cannot be loaded");
		GraphBuilder graph = new GraphBuilder("vectors", 17);
		graph.output(graph.input("x", ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(3)), "features",
				ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(3));
		Files.write(this.file, graph.build());
		assertRefused("means must take one input (N, C, H, W)");
	}

	@ParameterizedTest
	@CsvSource({ "eidolon-cifar10-v1, 192", "inception-v3-mixed5, 768" })
	void aShippedSpaceTellsPicturesApart(String name, int dimension) {
		try (QualitySpace space = QualitySpace.open(name, 2)) {
			assertThat(space.name()).isEqualTo(name);
			Features features = space.features(List.of(colour(64, 200, 30, 30), colour(64, 30, 30, 200)));
			assertThat(features.dimension()).isEqualTo(dimension);
			assertThat(Arrays.copyOf(features.values(), features.dimension()))
				.isNotEqualTo(Arrays.copyOfRange(features.values(), features.dimension(), 2 * features.dimension()));
		}
	}

	@Test
	void detailedPicturesAreComparedWhereDetailIsSeen() {
		assertThat(QualitySpace.suiting(32)).isEqualTo("eidolon-cifar10-v1");
		assertThat(QualitySpace.suiting(64)).isEqualTo("inception-v3-mixed5");
	}

	@Test
	void keptFeaturesAreThoseOfTheSamePicturesInTheSameSpace() throws IOException {
		write(Dimension.fixed(3), Dimension.fixed(4));
		Path cache = this.folder.resolve("cache");
		List<Picture> pictures = List.of(colour(4, 51, 0, 0), colour(4, 0, 0, 255));
		try (QualitySpace space = QualitySpace.open(this.file.toString(), 1)) {
			Features computed = space.features(pictures, cache);
			assertThat(computed.values()).isEqualTo(space.features(pictures).values());
			assertThat(space.features(pictures, cache).values()).isEqualTo(computed.values());
			assertThat(cache).isDirectoryContaining("glob:**.features");
			// A file that is there is taken at its word.
			Files.write(onlyFileIn(cache), new byte[] { 0, 0, 0, 1, 0, 0, 0, 1, 0x40, 0, 0, 0 });
			assertThat(space.features(pictures, cache).values()).containsExactly(2);
			assertThat(space.features(List.of(colour(4, 51, 0, 0), colour(4, 0, 0, 254)), cache).count()).isEqualTo(2);
		}
		card("""
				{"mean": [0.5]}""");
		try (QualitySpace space = QualitySpace.open(this.file.toString(), 1)) {
			assertThat(space.features(pictures, cache).count()).isEqualTo(2);
		}
	}

	@Test
	void keptFeaturesThatCannotBeReadAreComputedAgain() throws IOException {
		write(Dimension.fixed(3), Dimension.fixed(4));
		List<Picture> pictures = List.of(colour(4, 51, 0, 0));
		try (QualitySpace space = QualitySpace.open(this.file.toString(), 1)) {
			Features computed = space.features(pictures, this.folder.resolve("cache"));
			Files.write(onlyFileIn(this.folder.resolve("cache")), new byte[3]);
			assertThat(space.features(pictures, this.folder.resolve("cache")).values()).isEqualTo(computed.values());
		}
	}

	private static Path onlyFileIn(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.findFirst().orElseThrow();
		}
	}

	private void assertRefused(String message) {
		assertThatExceptionOfType(QualityException.class)
			.isThrownBy(() -> QualitySpace.open(this.file.toString(), 1).close())
			.withMessageContaining(message);
	}

	private String name() {
		try (QualitySpace space = QualitySpace.open(this.file.toString(), 1)) {
			return space.name();
		}
	}

	private float[] features(Picture picture) {
		try (QualitySpace space = QualitySpace.open(this.file.toString(), 1)) {
			return space.features(List.of(picture)).values();
		}
	}

	private void card(String json) throws IOException {
		Files.writeString(this.folder.resolve("means.json"), json);
	}

	private void write(Dimension channels, Dimension side) throws IOException {
		GraphBuilder graph = new GraphBuilder("means", 17);
		Value image = graph.input("image", ElementType.FLOAT, Dimension.BATCH, channels, side, side);
		Value means = graph.node("Flatten", List.of(graph.node("GlobalAveragePool", List.of(image))));
		graph.output(means, "features", ElementType.FLOAT, Dimension.BATCH, channels);
		Files.write(this.file, graph.build());
	}

	private static Picture colour(int side, int red, int green, int blue) {
		byte[] samples = new byte[side * side * 3];
		for (int i = 0; i < samples.length; i += 3) {
			samples[i] = (byte) red;
			samples[i + 1] = (byte) green;
			samples[i + 2] = (byte) blue;
		}
		return new Picture(side, side, 3, samples);
	}

}
