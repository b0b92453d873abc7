package io.eidolon.training;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

import io.eidolon.anomaly.AnomalyMap;
import io.eidolon.anomaly.DetectorCard;
import io.eidolon.anomaly.DetectorFiles;
import io.eidolon.inference.gradient.FeatureExtractor;
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
		byte[] memory = DetectorFiles.memory(detector, card);
		assertThat(memory).hasSizeLessThan(5_000_000);
		assertThat(AnomalyMap.score(map(memory, picture(100, false)), card.averaged()))
			.isLessThanOrEqualTo(card.threshold());
		float[] map = map(memory, picture(100, true));
		assertThat(AnomalyMap.score(map, card.averaged())).isGreaterThan(card.threshold());
		assertThat((double) map[DEFECT]).isGreaterThan(2 * map[6 * 8 + 1]);
	}

	@Test
	void aSideThatTheNetworkCannotTakeIsRefusedBeforeAnythingIsRead() {
		assertThat(TrainingApplication.run("anomaly", "--data=" + this.folder.resolve("none"), "--name=tiles",
				"--side=100", "--output=" + this.folder))
			.isEqualTo(1);
		assertThat(this.folder.resolve("anomalies")).doesNotExist();
	}

	private int train(String data) {
		return TrainingApplication.run("anomaly", "--data=" + this.folder.resolve(data), "--name=tiles",
				"--side=" + SIDE, "--patches=200", "--held-out=0.3", "--output=" + this.folder);
	}

	private static float[] map(byte[] memory, BufferedImage picture) {
		float[] image = new float[3 * SIDE * SIDE];
		for (int i = 0; i < image.length; i++) {
			int pixel = i % (SIDE * SIDE);
			int level = picture.getRGB(pixel % SIDE, pixel / SIDE) >> (16 - 8 * (i / (SIDE * SIDE))) & 0xFF;
			image[i] = level / 127.5f - 1;
		}
		try (FeatureExtractor network = FeatureExtractor.open("memory", memory)) {
			return network.run(image, 1, 3, SIDE, DetectorFiles.DISTANCES);
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
