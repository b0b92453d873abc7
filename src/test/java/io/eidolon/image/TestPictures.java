package io.eidolon.image;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import static org.assertj.core.api.Assertions.assertThat;

/** Pictures to encode, and what decoders make of them. */
final class TestPictures {

	private TestPictures() {
	}

	/** Noise, smooth gradients and flat areas, in grey and in colour, of odd shapes. */
	static Stream<Picture> samples() {
		return Stream.of(1, 3)
			.flatMap((channels) -> Stream.of(noise(1, 1, channels, 1), noise(17, 5, channels, 2),
					noise(64, 64, channels, 3), smooth(64, 64, channels, 0), smooth(31, 33, channels, 0.3),
					flat(28, 28, channels), smooth(16, 16, channels, 0.6).scale(8)));
	}

	static Picture noise(int width, int height, int channels, long seed) {
		byte[] samples = new byte[width * height * channels];
		new Random(seed).nextBytes(samples);
		return new Picture(width, height, channels, samples);
	}

	/** Waves of the colours, moved by a phase between 0 and 1. */
	static Picture smooth(int width, int height, int channels, double phase) {
		byte[] samples = new byte[width * height * channels];
		for (int i = 0; i < samples.length; i++) {
			double x = (double) (i / channels % width) / width;
			double y = (double) (i / channels / width) / height;
			double turns = phase + x * (1 + i % channels) / 2 + y * (3 - i % channels) / 3;
			samples[i] = (byte) Math.round(127.5 + 127.5 * Math.sin(2 * Math.PI * turns));
		}
		return new Picture(width, height, channels, samples);
	}

	/** Quarters of four colours. */
	static Picture flat(int width, int height, int channels) {
		byte[] samples = new byte[width * height * channels];
		for (int i = 0; i < samples.length; i++) {
			int quarter = (i / channels % width * 2 / width) + 2 * (i / channels / width * 2 / height);
			samples[i] = (byte) (40 + quarter * 60 + i % channels * 13);
		}
		return new Picture(width, height, channels, samples);
	}

	static BufferedImage decode(byte[] file) throws IOException {
		BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
		assertThat(image).as("decoded picture").isNotNull();
		return image;
	}

	static void assertSame(BufferedImage actual, Picture expected) {
		assertThat(largestDifference(actual, expected)).isZero();
	}

	/** The largest difference of any sample, in levels of 255. */
	static int largestDifference(BufferedImage actual, Picture expected) {
		return differences(actual, expected).max().getAsInt();
	}

	/** The root of the mean squared difference of samples, in levels of 255. */
	static double error(BufferedImage actual, Picture expected) {
		return Math.sqrt(differences(actual, expected).mapToDouble((d) -> d * d).average().getAsDouble());
	}

	// A grey raster is compared as it is: getRGB would convert its gamma.
	private static IntStream differences(BufferedImage actual, Picture expected) {
		assertThat(actual.getWidth()).isEqualTo(expected.width());
		assertThat(actual.getHeight()).isEqualTo(expected.height());
		int bands = actual.getRaster().getNumBands();
		boolean grey = bands == 1 && !(actual.getColorModel() instanceof IndexColorModel);
		return IntStream.range(0, expected.width() * expected.height()).flatMap((i) -> {
			int x = i % expected.width();
			int y = i / expected.width();
			int found = grey ? actual.getRaster().getSample(x, y, 0) * 0x01_01_01 : actual.getRGB(x, y);
			int wanted = expected.rgb(i);
			return IntStream.of(0, 8, 16).map((shift) -> Math.abs((found >> shift & 0xff) - (wanted >> shift & 0xff)));
		});
	}

}
