package io.eidolon.training;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import io.eidolon.anomaly.DetectorCard;
import io.eidolon.anomaly.DetectorFiles;
import io.eidolon.anomaly.DetectorMethod;
import io.eidolon.anomaly.Findings;
import io.eidolon.graph.Attribute;
import io.eidolon.graph.Dimension;
import io.eidolon.graph.ElementType;
import io.eidolon.graph.ir.GraphBuilder;
import io.eidolon.graph.ir.Value;
import io.eidolon.inference.gradient.FeatureExtractor;
import io.eidolon.modelcard.ModelFiles;
import io.eidolon.modelcard.PortNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class AnomalyTrainerTests {

	private static final int SIDE = 64;

	/** Where the defect is: the place of column 6 and row 1. */
	private static final int DEFECT = 1 * 8 + 6;

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	@Test
	void aDetectorOfGoodPicturesFindsADefectWhereItIs() throws IOException {
		for (int i = 0; i < 40; i++) {
			write("good", i, picture(i, false));
		}
		assertThat(train("good")).isZero();
		Path detector = DetectorFiles.folder(this.folder, "tiles");
		DetectorCard card = DetectorFiles.card(detector);
		assertThat(card.pictures() + card.heldOut()).isEqualTo(40);
		assertThat(card.places()).isEqualTo(8);
		assertThat(card.data()).isEqualTo("good");
		assertThat(card.command()).contains("--name=tiles");
		byte[] memory = DetectorFiles.network(detector, card);
		assertThat(memory).hasSizeLessThan(5_000_000);
		assertThat(card.findings(map(memory, picture(100, false))).score(card.averaged()))
			.isLessThanOrEqualTo(card.threshold());
		float[] map = map(memory, picture(100, true));
		assertThat(card.findings(map).score(card.averaged())).isGreaterThan(card.threshold());
		assertThat((double) map[DEFECT]).isGreaterThan(2 * map[6 * 8 + 1]);
	}

	@Test
	void aDetectorOfWholePicturesTellsPicturesOfAnotherKind() throws IOException {
		for (int i = 0; i < 40; i++) {
			write("good", i, picture(i, false));
		}
		assertThat(train("good", "--whole", "--patches=20")).isZero();
		Path detector = DetectorFiles.folder(this.folder, "tiles");
		DetectorCard card = DetectorFiles.card(detector);
		assertThat(card.places()).isOne();
		byte[] memory = DetectorFiles.network(detector, card);
		float[] good = map(memory, picture(100, false));
		assertThat(good).hasSize(1);
		assertThat(card.findings(good).score(card.averaged())).isLessThanOrEqualTo(card.threshold());
		BufferedImage other = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
		assertThat(card.findings(map(memory, other)).score(card.averaged())).isGreaterThan(2 * card.threshold());
	}

	@Test
	void aSideThatTheNetworkCannotTakeIsRefusedBeforeAnythingIsRead() {
		assertThat(TrainingApplication.run("anomaly", "--data=" + this.folder.resolve("none"), "--name=tiles",
				"--side=100", "--output=" + this.folder))
			.isEqualTo(1);
		assertThat(this.folder.resolve("anomalies")).doesNotExist();
	}

	@Test
	void aDetectorByReconstructionFindsWhatTheGeneratorCannotMakeAndShowsWhatItMakes() throws IOException {
		for (int i = 0; i < 40; i++) {
			write("good", i, picture(i, false));
		}
		writeModel(true);
		assertThat(train("good", "--method=reconstruction", "--model=" + this.folder.resolve("blurred"), "--kappa=2"))
			.isZero();
		Path detector = DetectorFiles.folder(this.folder, "tiles");
		DetectorCard card = DetectorFiles.card(detector);
		assertThat(card.method()).isEqualTo(DetectorMethod.RECONSTRUCTION);
		assertThat(card.kappa()).isEqualTo(2);
		byte[] network = DetectorFiles.network(detector, card);
		Findings good = card.findings(run(network, picture(100, false), card.method().output()));
		assertThat(good.score(card.averaged())).isLessThanOrEqualTo(card.threshold());
		Findings bad = card.findings(run(network, picture(100, true), card.method().output()));
		assertThat(bad.score(card.averaged())).isGreaterThan(card.threshold());
		assertThat((double) bad.distances()[DEFECT]).isGreaterThan(2 * bad.distances()[6 * 8 + 1]);
		Findings.Reconstruction made = Objects.requireNonNull(good.reconstruction());
		// The mean of 4x4 pixels of a tile's inside, red, green and blue
		byte[] inside = Arrays.copyOfRange(made.samples(), 3 * (6 * SIDE + 6), 3 * (6 * SIDE + 6) + 3);
		int shade = 100 + 100 * 7 % 20;
		assertThat(inside).containsExactly(shade, shade, shade);
	}

	@Test
	void aReconstructionWithoutAGeneratorOrItsEncoderOrOfWholePicturesIsRefusedBeforeAnythingIsWritten()
			throws IOException {
		write("good", 1, picture(1, false));
		assertThat(train("good", "--method=reconstruction")).isEqualTo(1);
		writeModel(false);
		String model = "--model=" + this.folder.resolve("blurred");
		assertThat(train("good", "--method=reconstruction", model)).isEqualTo(1);
		writeModel(true);
		assertThat(train("good", "--method=reconstruction", model, "--whole")).isEqualTo(1);
		assertThat(this.folder.resolve("anomalies")).doesNotExist();
	}

	/** A generator that repeats each pixel of a small picture, and its encoder. */
	private void writeModel(boolean encoder) throws IOException {
		int small = SIDE / 4;
		Path model = Files.createDirectories(this.folder.resolve("blurred"));
		GraphBuilder generator = new GraphBuilder("generator", 17);
		Value z = generator.input(PortNames.LATENT, ElementType.FLOAT, Dimension.BATCH,
				Dimension.fixed(3L * small * small));
		Value maps = generator.node("Reshape",
				List.of(z, generator.constant("shape", new long[] { -1, 3, small, small })));
		Value large = generator.node("Resize", List.of(maps, generator.constant("roi", new float[0], 0),
				generator.constant("scales", new float[] { 1, 1, 4, 4 }, 4)));
		Value clipped = generator.node("Clip", List.of(large, generator.constant("least", new float[] { -1 }),
				generator.constant("most", new float[] { 1 })));
		generator.output(clipped, PortNames.IMAGE, ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(3),
				Dimension.fixed(SIDE), Dimension.fixed(SIDE));
		Files.write(model.resolve(ModelFiles.GRAPH), generator.build());
		if (encoder) {
			GraphBuilder pooling = new GraphBuilder("encoder", 17);
			Value image = pooling.input(PortNames.IMAGE, ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(3),
					Dimension.fixed(SIDE), Dimension.fixed(SIDE));
			Value pooled = pooling.node("AveragePool", List.of(image), Attribute.integers("kernel_shape", 4, 4),
					Attribute.integers("strides", 4, 4));
			pooling.output(pooling.node("Flatten", List.of(pooled)), PortNames.LATENT, ElementType.FLOAT,
					Dimension.BATCH, Dimension.fixed(3L * small * small));
			Files.write(model.resolve(ModelFiles.ENCODER), pooling.build());
		}
	}

	private int train(String data, String... more) {
		return TrainingApplication.run(Stream
			.concat(Stream.of("anomaly", "--data=" + this.folder.resolve(data), "--name=tiles", "--side=" + SIDE,
					"--patches=200", "--held-out=0.3", "--output=" + this.folder), Stream.of(more))
			.toArray(String[]::new));
	}

	private static float[] map(byte[] memory, BufferedImage picture) {
		return run(memory, picture, DetectorMethod.MEMORY.output());
	}

	private static float[] run(byte[] graph, BufferedImage picture, String output) {
		float[] image = new float[3 * SIDE * SIDE];
		for (int i = 0; i < image.length; i++) {
			int pixel = i % (SIDE * SIDE);
			int level = picture.getRGB(pixel % SIDE, pixel / SIDE) >> (16 - 8 * (i / (SIDE * SIDE))) & 0xFF;
			image[i] = level / 127.5f - 1;
		}
		try (FeatureExtractor network = FeatureExtractor.open("detector", graph)) {
			return network.run(image, 1, 3, SIDE, output);
		}
	}

	private void write(String name, int index, BufferedImage picture) throws IOException {
		Path directory = Files.createDirectories(this.folder.resolve(name));
		ImageIO.write(picture, "png", directory.resolve(index + ".png").toFile());
	}

	/**
	 * Tiles of a shade that varies a little, with a cross over one of them as a defect.
	 */
	private static BufferedImage picture(int seed, boolean defective) {
		BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = picture.createGraphics();
		int shade = 100 + seed * 7 % 20;
		graphics.setColor(new Color(shade, shade, shade));
		graphics.fillRect(0, 0, SIDE, SIDE);
		graphics.setColor(new Color(shade + 40, shade + 40, shade + 20));
		for (int at = 0; at < SIDE; at += 16) {
			graphics.drawLine(at, 0, at, SIDE);
			graphics.drawLine(0, at, SIDE, at);
		}
		if (defective) {
			graphics.setColor(Color.RED);
			graphics.drawLine(48, 8, 56, 16);
			graphics.drawLine(56, 8, 48, 16);
		}
		graphics.dispose();
		return picture;
	}

}
