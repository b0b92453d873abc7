package io.eidolon.search;

/**
 * For a few steps from anywhere: Adam (Kingma and Ba 2015, "Adam: a method for stochastic
 * optimization", algorithm 1), with its symbols: {@code m = b1 m + (1 - b1) g},
 * {@code v = b2 v + (1 - b2) g^2}, and
 * {@code z -= alpha (m / (1 - b1^t)) / (sqrt(v / (1 - b2^t)) + epsilon)}.
 */
public final class Adam implements Optimiser {

	private static final double B1 = 0.9;

	private static final double B2 = 0.999;

	/** Losses of images are small, and so are their gradients. */
	private static final double EPSILON = 1e-10;

	private final double[] m;

	private final double[] v;

	private int t;

	/** Creates an optimiser of latents of a dimension. */
	public Adam(int dimension) {
		this.m = new double[dimension];
		this.v = new double[dimension];
	}

	@Override
	public float[] next(float[] z, double loss, float[] gradient, double alpha) {
		this.t++;
		double mScale = 1 / (1 - Math.pow(B1, this.t));
		double vScale = 1 / (1 - Math.pow(B2, this.t));
		float[] next = new float[z.length];
		for (int i = 0; i < z.length; i++) {
			this.m[i] = B1 * this.m[i] + (1 - B1) * gradient[i];
			this.v[i] = B2 * this.v[i] + (1 - B2) * gradient[i] * gradient[i];
			next[i] = (float) (z[i] - alpha * this.m[i] * mScale / (Math.sqrt(this.v[i] * vScale) + EPSILON));
		}
		return next;
	}

}
