package io.eidolon.training.mixture;

import java.util.stream.IntStream;

import io.eidolon.training.network.NewTensor;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Gaussians of equal weight in the plane, of the sizes that Srivastava et al. 2017
 * ("VEEGAN") and Lin et al. 2018 ("PacGAN") use.
 *
 * @param name as tables call it
 * @param centres (modes, 2)
 * @param deviation the standard deviation of each, along each axis
 */
record Mixture(String name, double[][] centres, double deviation) {

	/** Eight on a circle of radius 1. */
	static final Mixture RING = new Mixture("ring of 8",
			IntStream.range(0, 8)
				.mapToObj((i) -> new double[] { Math.cos(i * Math.PI / 4), Math.sin(i * Math.PI / 4) })
				.toArray(double[][]::new),
			0.01);

	/** Five by five, two apart. */
	static final Mixture GRID = new Mixture("grid of 25",
			IntStream.range(0, 25)
				.mapToObj((i) -> new double[] { 2 * (i % 5) - 4, 2 * (i / 5) - 4 })
				.toArray(double[][]::new),
			0.05);

	/** How far from the origin the outermost centre lies, along an axis. */
	double reach() {
		double reach = 0;
		for (double[] centre : this.centres) {
			reach = Math.max(reach, Math.max(Math.abs(centre[0]), Math.abs(centre[1])));
		}
		return reach;
	}

	/** Samples by libtorch's seed: (count, 2). */
	Tensor sample(int count) {
		float[] flat = new float[2 * this.centres.length];
		for (int i = 0; i < flat.length; i++) {
			flat[i] = (float) this.centres[i / 2][i % 2];
		}
		Tensor chosen = NewTensor.of(flat, this.centres.length, 2)
			.index_select(0, torch.randint(this.centres.length, new long[] { count }));
		return chosen.add(torch.randn_like(chosen), new Scalar(this.deviation));
	}

	/**
	 * Measures how much of the mixture a generator covers.
	 * @param samples (count, 2), in row-major order
	 */
	Coverage coverage(float[] samples) {
		boolean[] found = new boolean[this.centres.length];
		int good = 0;
		for (int i = 0; i < samples.length; i += 2) {
			int nearest = nearest(samples[i], samples[i + 1]);
			double distance = Math.hypot(samples[i] - this.centres[nearest][0],
					samples[i + 1] - this.centres[nearest][1]);
			if (distance <= 3 * this.deviation) {
				found[nearest] = true;
				good++;
			}
		}
		int modes = (int) IntStream.range(0, found.length).filter((mode) -> found[mode]).count();
		return new Coverage(modes, found.length, 2.0 * good / samples.length);
	}

	private int nearest(double x, double y) {
		int nearest = 0;
		for (int i = 1; i < this.centres.length; i++) {
			if (Math.hypot(x - this.centres[i][0], y - this.centres[i][1]) < Math.hypot(x - this.centres[nearest][0],
					y - this.centres[nearest][1])) {
				nearest = i;
			}
		}
		return nearest;
	}

	/**
	 * How much of a mixture a generator covers.
	 *
	 * @param found the modes with at least one good sample
	 * @param modes how many there are
	 * @param good the share of samples within three standard deviations of a mode
	 */
	record Coverage(int found, int modes, double good) {

	}

}
