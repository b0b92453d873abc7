package io.eidolon.inference.plan;

import java.util.List;

import io.eidolon.inference.onnx.GeneratorSession;
import io.eidolon.inference.onnx.LatentBatch;

/**
 * How far the pictures of one form of a generator are from those of another, in levels of
 * 255.
 *
 * @param samples how many samples were compared
 * @param different how many of them differ
 * @param maximum the largest difference
 * @param squares the sum of the squared differences
 */
record ImageComparison(long samples, long different, int maximum, double squares) {

	/**
	 * Generates the same images with both.
	 * @param exported gives floats
	 * @param levels turns them into samples
	 * @param form gives samples
	 */
	static ImageComparison of(List<LatentBatch> batches, GeneratorSession exported, Levels levels,
			GeneratorSession form) {
		return batches.stream().map((batch) -> {
			float[] expected = exported.run(batch);
			byte[] found = form.samples(batch);
			int picture = levels.size(1);
			if (found.length != batch.count() * picture) {
				return different(expected.length);
			}
			ImageComparison comparison = new ImageComparison(0, 0, 0, 0);
			for (int i = 0; i < batch.count(); i++) {
				comparison = comparison.and(levels.samples(expected, i), found, i * picture);
			}
			return comparison;
		}).reduce(new ImageComparison(0, 0, 0, 0), ImageComparison::and);
	}

	/** Whether it is what sums in another order make: rare, and of one level. */
	boolean isRounding() {
		return this.maximum <= 1 && this.different <= Math.ceilDiv(this.samples, 1000);
	}

	/**
	 * The peak signal-to-noise ratio in decibels, 10 log10(255^2 / mean squared
	 * difference); infinite for equal pictures.
	 */
	double psnr() {
		return 10 * Math.log10(255 * 255 * this.samples / this.squares);
	}

	private static ImageComparison different(long samples) {
		return new ImageComparison(samples, samples, 255, 255.0 * 255 * samples);
	}

	private ImageComparison and(byte[] expected, byte[] found, int from) {
		long differing = 0;
		int largest = 0;
		long sum = 0;
		for (int i = 0; i < expected.length; i++) {
			int difference = Math.abs((expected[i] & 0xFF) - (found[from + i] & 0xFF));
			differing += Integer.signum(difference);
			largest = Math.max(largest, difference);
			sum += (long) difference * difference;
		}
		return and(new ImageComparison(expected.length, differing, largest, sum));
	}

	private ImageComparison and(ImageComparison other) {
		return new ImageComparison(this.samples + other.samples, this.different + other.different,
				Math.max(this.maximum, other.maximum), this.squares + other.squares);
	}

}
