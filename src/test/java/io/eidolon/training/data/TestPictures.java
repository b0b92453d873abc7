package io.eidolon.training.data;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

import io.eidolon.training.data.labels.LabelSettings;

import org.springframework.util.unit.DataSize;

/** Makes pictures, and says what is found of them. */
final class TestPictures {

	/** Labels are needed. */
	static final LabelSettings LABELLED = new LabelSettings(null, null, true);

	/** Nothing ends the reading. */
	static final Runnable TO_THE_END = () -> {
	};

	private TestPictures() {
	}

	static byte[] png(int width, int height, int level) {
		BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		int[] rgb = new int[width * height];
		Arrays.fill(rgb, level * 0x01_01_01);
		image.setRGB(0, 0, width, height, rgb, 0, width);
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try {
			ImageIO.write(image, "png", bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	/** Writes pictures whose level is their number. */
	static void write(Path folder, String... names) throws IOException {
		for (int i = 0; i < names.length; i++) {
			Path file = folder.resolve(names[i]);
			Files.createDirectories(file.getParent());
			Files.write(file, png(8, 8, i));
		}
	}

	static PictureSettings settings(Path path, LabelSettings labels) {
		return PictureSettings.squares(path, 8, null, DataSize.ofMegabytes(10)).with(labels);
	}

	/** The pictures that are found, each with its class, or with "" for none. */
	static Map<String, String> found(Path path, LabelSettings labels) {
		try (PictureSource source = PictureSources.open(path, labels, TO_THE_END)) {
			Map<String, String> found = new LinkedHashMap<>();
			IntStream.range(0, source.size())
				.forEach((i) -> found.put(source.describe(i),
						source.classes().isEmpty() ? "" : source.classes().get(source.label(i))));
			return found;
		}
	}

	static List<String> classes(Path path, LabelSettings labels) {
		try (PictureSource source = PictureSources.open(path, labels, TO_THE_END)) {
			return source.classes();
		}
	}

	static PictureReport report(PictureSettings settings) {
		try (PictureSource source = PictureSources.open(settings.path(), settings.labels(), TO_THE_END)) {
			return PictureReport.of(source, settings, TO_THE_END);
		}
	}

}
