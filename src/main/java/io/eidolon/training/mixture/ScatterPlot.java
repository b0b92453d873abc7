package io.eidolon.training.mixture;

import java.util.Arrays;

import io.eidolon.image.Picture;

/** Samples in the plane, as dark dots over rings at three deviations of each mode. */
final class ScatterPlot {

	static final int SIDE = 160;

	private static final double MARGIN = 1.25;

	private static final int[] RING = { 230, 130, 60 };

	private static final int[] DOT = { 30, 60, 120 };

	private static final int[] FRAME = { 200, 200, 200 };

	private ScatterPlot() {
	}

	/**
	 * Renders a plot.
	 * @param samples (count, 2), in row-major order; what lies outside is left out
	 */
	static Picture of(Mixture mixture, float[] samples) {
		byte[] pixels = new byte[SIDE * SIDE * 3];
		Arrays.fill(pixels, (byte) 255);
		double scale = SIDE / (2 * MARGIN * mixture.reach());
		// Three deviations would hardly be seen in the ring of 8
		double radius = Math.max(5, 3 * mixture.deviation() * scale);
		for (double[] centre : mixture.centres()) {
			for (double angle = 0; angle < 2 * Math.PI; angle += 0.5 / radius) {
				dot(pixels, pixel(centre[0], scale) + radius * Math.cos(angle),
						pixel(-centre[1], scale) + radius * Math.sin(angle), RING);
			}
		}
		for (int i = 0; i < samples.length; i += 2) {
			dot(pixels, pixel(samples[i], scale), pixel(-samples[i + 1], scale), DOT);
		}
		for (int i = 0; i < SIDE; i++) {
			dot(pixels, i, 0, FRAME);
			dot(pixels, 0, i, FRAME);
		}
		return new Picture(SIDE, SIDE, 3, pixels);
	}

	private static double pixel(double coordinate, double scale) {
		return SIDE / 2.0 + coordinate * scale;
	}

	private static void dot(byte[] pixels, double x, double y, int[] colour) {
		int column = (int) Math.floor(x);
		int row = (int) Math.floor(y);
		if (column >= 0 && column < SIDE && row >= 0 && row < SIDE) {
			for (int channel = 0; channel < 3; channel++) {
				pixels[(row * SIDE + column) * 3 + channel] = (byte) colour[channel];
			}
		}
	}

}
