package io.eidolon.training.attributes;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

import javax.imageio.ImageIO;

import io.eidolon.image.Picture;
import io.eidolon.training.attributes.AttributeReport.Told;
import io.eidolon.training.data.AttributeTable;
import io.eidolon.training.data.PictureSet;
import io.eidolon.training.data.PictureSettings;
import io.eidolon.training.loop.StopRequest;
import io.eidolon.training.loop.StoppedException;
import org.bytedeco.javacpp.PointerScope;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Tag("libtorch")
class PromptAgreementTests {

	private static final int PICTURES = 120;

	private static final int SIDE = 32;

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	private PictureSet open() {
		return PictureSet.open(PictureSettings.squares(this.folder, SIDE, 3, DataSize.ofMegabytes(10)));
	}

	private void writePictures() throws IOException {
		List<String> lines = new ArrayList<>(List.of("file,caption,colour,dot"));
		RandomGenerator random = new SplittableRandom(1);
		for (int i = 0; i < PICTURES; i++) {
			String colour = (i % 2 == 0) ? "red" : "blue";
			String dot = (i % 3 == 0) ? "white" : "";
			lines.add("%03d.png,a %s picture%s,%s,%s".formatted(i, colour, dot.isEmpty() ? "" : " with a white dot",
					colour, dot));
			ImageIO.write(image(colour, dot, random), "png", this.folder.resolve("%03d.png".formatted(i)).toFile());
		}
		Files.write(this.folder.resolve("captions.csv"), lines);
	}

	@Test
	@Timeout(60)
	void aClassifierStopsBetweenTwoStepsWhenItIsToldTo() throws IOException {
		writePictures();
		AtomicInteger steps = new AtomicInteger();
		try (PictureSet pictures = open(); PointerScope _ = new PointerScope()) {
			AttributeTable table = AttributeTable.read(pictures, null, List.of(), List.of());
			assertThatExceptionOfType(StoppedException.class).isThrownBy(
					() -> AttributeClassifier.train(pictures, table, 1_000_000, 1, () -> steps.incrementAndGet() > 3));
		}
	}

	@Test
	void tellsAGeneratorThatFollowsItsPromptsFromOneThatDoesNot() throws IOException {
		writePictures();
		try (PictureSet pictures = open(); PointerScope _ = new PointerScope()) {
			AttributeTable table = AttributeTable.read(pictures, null, List.of(), List.of());
			PictureSet.Split split = pictures.split(0.2);
			AttributeClassifier classifier = AttributeClassifier.train(split.training(), table, 15, 1,
					StopRequest.NEVER);
			PromptAgreement agreement = new PromptAgreement(classifier, table, PICTURES);

			AttributeReport alone = agreement.measure(split.heldOut(), null);
			assertThat(alone.rows()).extracting(AttributeReport.Row::attribute).containsExactly("colour", "dot");
			assertThat(alone.rows()).extracting((row) -> row.real().right()).containsExactly(1.0, 1.0);
			assertThat(alone.rows()).extracting(AttributeReport.Row::generated).containsOnlyNulls();

			AttributeReport following = agreement.measure(split.heldOut(), (prompts) -> generate(prompts, true));
			assertThat(following.rows()).extracting(AttributeReport.Row::generated)
				.containsExactly(new Told(1, Double.NaN), new Told(1, 0));
			AttributeReport contrary = agreement.measure(split.heldOut(), (prompts) -> generate(prompts, false));
			assertThat(contrary.rows()).extracting(AttributeReport.Row::generated)
				.containsExactly(new Told(0, Double.NaN), new Told(0, 1));
			assertThat(following.table()).contains("| dot | %d | 100 %% | 100 %% | 100 %% | 100 %% | 0 %% | 0 %% |"
				.formatted(following.rows().get(1).prompts()));
		}
	}

	private static List<Picture> generate(List<String> prompts, boolean asAsked) {
		RandomGenerator random = new SplittableRandom(2);
		return prompts.stream().map((prompt) -> {
			String colour = (prompt.contains("red") == asAsked) ? "red" : "blue";
			String dot = (prompt.contains("dot") == asAsked) ? "white" : "";
			return picture(image(colour, dot, random));
		}).toList();
	}

	private static BufferedImage image(String colour, String dot, RandomGenerator random) {
		BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
		for (int y = 0; y < SIDE; y++) {
			for (int x = 0; x < SIDE; x++) {
				boolean white = !dot.isEmpty() && x > 12 && x < 20 && y > 12 && y < 20;
				int level = 120 + random.nextInt(100);
				image.setRGB(x, y, white ? 0xFFFFFF : colour.equals("red") ? level << 16 : level);
			}
		}
		return image;
	}

	private static Picture picture(BufferedImage image) {
		byte[] samples = new byte[SIDE * SIDE * 3];
		for (int i = 0; i < SIDE * SIDE; i++) {
			int rgb = image.getRGB(i % SIDE, i / SIDE);
			samples[3 * i] = (byte) (rgb >> 16);
			samples[3 * i + 1] = (byte) (rgb >> 8);
			samples[3 * i + 2] = (byte) rgb;
		}
		return new Picture(SIDE, SIDE, 3, samples);
	}

}
