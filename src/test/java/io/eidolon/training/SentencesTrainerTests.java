package io.eidolon.training;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

import io.eidolon.graph.TinyGenerators;
import io.eidolon.inference.gradient.FeatureExtractor;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.modelcard.ModelCards;
import io.eidolon.modelcard.ModelFiles;
import io.eidolon.modelcard.PortNames;
import io.eidolon.modelcard.Recognition;
import io.eidolon.text.SentenceEncoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SentencesTrainerTests {

	private static final int SIDE = 16;

	private static final Map<String, Color> COLOURS = Map.of("red", Color.RED, "green", Color.GREEN, "blue", Color.BLUE,
			"yellow", Color.YELLOW);

	private static final List<String> NAMES = List.of("red", "green", "blue", "yellow");

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	@Test
	void aPictureFitsTheSentenceThatNamesItsColourThoughNoCaptionDid() throws IOException {
		Path pictures = Files.createDirectories(this.folder.resolve("pictures"));
		StringBuilder captions = new StringBuilder("file,caption\n");
		for (int i = 0; i < 120; i++) {
			String colour = NAMES.get(i % NAMES.size());
			ImageIO.write(picture(colour, i), "png", pictures.resolve(i + ".png").toFile());
			captions.append("%s.png,a square in %s with a black dot in place %s%n".formatted(i, colour, i / 4));
		}
		Files.writeString(pictures.resolve("captions.csv"), captions);
		Path model = TinyGenerators.write(this.folder.resolve("models"), "plain", SIDE, 3);
		assertThat(TrainingApplication.run("sentences", "--model=" + model, "--data=" + pictures, "--held-out=0.2",
				"--cache=" + this.folder.resolve("cache")))
			.isZero();
		ModelCard card = ModelCards.read(model);
		ModelCards.verifyFiles(model, card);
		Recognition.Sentences described = Objects
			.requireNonNull(Objects.requireNonNull(card.recognition()).sentences());
		assertThat(described.pictures() + described.heldOut()).isEqualTo(120);
		assertThat(described.data()).isEqualTo("pictures");
		try (SentenceEncoder encoder = SentenceEncoder.open();
				FeatureExtractor network = FeatureExtractor.open("sentences",
						Files.readAllBytes(model.resolve(ModelFiles.SENTENCES)))) {
			for (String colour : NAMES) {
				float[] read = network.run(image(picture(colour, 500)), 1, 3, SIDE, PortNames.SENTENCE);
				assertThat(NAMES.stream()
					.max((one, other) -> Double.compare(fit(read, encoder, one), fit(read, encoder, other))))
					.hasValue(colour);
			}
		}
	}

	@Test
	void picturesWithoutCaptionsAreRefusedAndLeaveTheModelAsItIs() throws IOException {
		Path pictures = Files.createDirectories(this.folder.resolve("pictures"));
		ImageIO.write(picture("red", 1), "png", pictures.resolve("1.png").toFile());
		Path model = TinyGenerators.write(this.folder.resolve("models"), "plain", SIDE, 3);
		assertThat(TrainingApplication.run("sentences", "--model=" + model, "--data=" + pictures,
				"--cache=" + this.folder.resolve("cache")))
			.isEqualTo(1);
		assertThat(model.resolve(ModelFiles.SENTENCES)).doesNotExist();
	}

	private static double fit(float[] read, SentenceEncoder encoder, String colour) {
		float[] sentence = encoder.encode("a %s thing".formatted(colour));
		return IntStream.range(0, read.length).mapToDouble((i) -> read[i] * sentence[i]).sum();
	}

	private static float[] image(BufferedImage picture) {
		float[] image = new float[3 * SIDE * SIDE];
		for (int i = 0; i < image.length; i++) {
			int pixel = i % (SIDE * SIDE);
			int level = picture.getRGB(pixel % SIDE, pixel / SIDE) >> (16 - 8 * (i / (SIDE * SIDE))) & 0xFF;
			image[i] = level / 127.5f - 1;
		}
		return image;
	}

	/** A square of a colour with a black dot somewhere. */
	private static BufferedImage picture(String colour, int dot) {
		BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = picture.createGraphics();
		graphics.setColor(COLOURS.get(colour));
		graphics.fillRect(0, 0, SIDE, SIDE);
		graphics.setColor(Color.BLACK);
		graphics.fillRect(dot * 5 % 13, dot * 7 % 11, 3, 3);
		graphics.dispose();
		return picture;
	}

}
