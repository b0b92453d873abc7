package io.eidolon.projection;

/**
 * The peak signal-to-noise ratio, {@code 10 log10(range^2 / mean squared difference)}, in
 * decibels.
 */
final class Psnr {

	/** That of pictures which differ by next to nothing. */
	private static final double MOST = 100;

	private Psnr() {
	}

	static double of(float[] picture, float[] other, double range) {
		double sum = 0;
		for (int i = 0; i < picture.length; i++) {
			double difference = (picture[i] - other[i]) / range;
			sum += difference * difference;
		}
		return Math.min(MOST, -10 * Math.log10(sum / picture.length));
	}

}
