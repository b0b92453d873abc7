package io.eidolon.recognition;

import java.util.stream.DoubleStream;

import io.eidolon.modelcard.ModelCard.ImageShape;

/**
 * What the difference of a picture and its nearest one of a class says: the logarithms of
 * the mean squares of the difference, of its means over cells of 2, 4 and 8 pixels, and
 * of its changes from pixel to pixel to the right and down, and of its mean absolute
 * value.
 */
final class ClassEnergies {

	/** Of values between -1 and 1; what is less is rounding. */
	private static final double LEAST = 1e-9;

	private ClassEnergies() {
	}

	/**
	 * Compares two pictures.
	 * @param shape of both
	 * @param generated (channels, height, width)
	 * @param given (channels, height, width)
	 */
	static DoubleStream of(ImageShape shape, float[] generated, float[] given) {
		double scale = 2.0 / (shape.range().maximum() - shape.range().minimum());
		double[] difference = new double[given.length];
		for (int i = 0; i < difference.length; i++) {
			difference[i] = scale * (generated[i] - given[i]);
		}
		return DoubleStream
			.of(cells(shape, difference, 1), cells(shape, difference, 2), cells(shape, difference, 4),
					cells(shape, difference, 8), changes(shape, difference, 1, 0), changes(shape, difference, 0, 1),
					DoubleStream.of(difference).map(Math::abs).average().orElse(0))
			.map((energy) -> Math.log(Math.max(energy, LEAST)));
	}

	/**
	 * The mean square of means over cells; what is left over at the sides is left out.
	 */
	private static double cells(ImageShape shape, double[] difference, int side) {
		int down = shape.height() / side;
		int across = shape.width() / side;
		double[] sums = new double[shape.channels() * down * across];
		for (int i = 0; i < difference.length; i++) {
			int x = i % shape.width() / side;
			int y = i / shape.width() % shape.height() / side;
			if (x < across && y < down) {
				sums[(i / (shape.width() * shape.height()) * down + y) * across + x] += difference[i];
			}
		}
		return DoubleStream.of(sums).map((sum) -> Math.pow(sum / side / side, 2)).average().orElse(0);
	}

	private static double changes(ImageShape shape, double[] difference, int right, int down) {
		double sum = 0;
		int count = 0;
		for (int i = 0; i < difference.length; i++) {
			if (i % shape.width() + right < shape.width()
					&& i / shape.width() % shape.height() + down < shape.height()) {
				sum += Math.pow(difference[i + right + down * shape.width()] - difference[i], 2);
				count++;
			}
		}
		return sum / Math.max(count, 1);
	}

}
