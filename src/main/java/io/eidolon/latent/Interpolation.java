package io.eidolon.latent;

/** The ways from one latent to another. */
public enum Interpolation {

	/**
	 * Along the great circle of directions, at constant angular speed, while the norm
	 * changes linearly: {@code ((1 - t) |p| + t |q|) slerp(p / |p|, q / |q|; t)}.
	 * <p>
	 * Normal latents of a high dimension lie near a sphere, and a straight line between
	 * two of them cuts through its inside, where the generator was never trained (White
	 * 2016, "Sampling generative networks").
	 * @see GreatCircle
	 */
	SLERP {

		@Override
		float[] inside(float[] from, float[] to, double t) {
			return GreatCircle.between(from, to, t);
		}

	},

	/** Along the straight line: {@code (1 - t) p + t q}. */
	LINEAR {

		@Override
		float[] inside(float[] from, float[] to, double t) {
			float[] z = new float[from.length];
			for (int i = 0; i < z.length; i++) {
				z[i] = (float) ((1 - t) * from[i] + t * to[i]);
			}
			return z;
		}

	};

	/**
	 * Returns the latent at t as a new array: exactly {@code from} at 0, exactly
	 * {@code to} at 1.
	 * @param from a latent p of shape (dimension)
	 * @param to a latent q of shape (dimension)
	 * @param t between 0 and 1
	 * @throws IllegalArgumentException when t is out of range or the lengths differ
	 */
	public float[] between(float[] from, float[] to, double t) {
		if (from.length != to.length) {
			throw new IllegalArgumentException(
					"latents must have one length, but have %s and %s".formatted(from.length, to.length));
		}
		if (!(t >= 0 && t <= 1)) {
			throw new IllegalArgumentException("t (%s) must be between 0 and 1".formatted(t));
		}
		if (t == 0) {
			return from.clone();
		}
		return (t == 1) ? to.clone() : inside(from, to, t);
	}

	abstract float[] inside(float[] from, float[] to, double t);

}
