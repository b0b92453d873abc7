package io.eidolon.latent;

/** Samples latents from seeds. */
public final class Latents {

	private Latents() {
	}

	/**
	 * Samples the latents of consecutive seeds.
	 * @param first the seed of the first
	 * @return (count, dimension), row by row
	 * @throws IllegalArgumentException when the dimension is below 1, or a seed out of
	 * range
	 */
	public static float[] sample(Seed first, int count, int dimension) {
		float[] z = new float[count * dimension];
		for (int i = 0; i < count; i++) {
			System.arraycopy(sample(first.plus(i), dimension), 0, z, i * dimension, dimension);
		}
		return z;
	}

	/**
	 * Samples the latent of a seed: the numbers of NumPy's
	 * {@code RandomState(seed).standard_normal(dimension)}, rounded to float.
	 * <p>
	 * Uniform x1, x2 in [-1, 1) are sampled until 0 &lt; r2 = x1^2 + x2^2 &lt; 1; then f
	 * = sqrt(-2 ln(r2) / r2) makes f x2 and f x1, in this order, independent standard
	 * normals (Marsaglia and Bray 1964, "A convenient method for generating normal
	 * variables"). A longer latent of the same seed starts with the shorter one.
	 * @return z of shape (dimension)
	 * @throws IllegalArgumentException when the dimension is below 1
	 */
	public static float[] sample(Seed seed, int dimension) {
		if (dimension < 1) {
			throw new IllegalArgumentException("dimension (%s) must be at least 1".formatted(dimension));
		}
		MersenneTwister random = new MersenneTwister((int) seed.value());
		float[] z = new float[dimension];
		for (int i = 0; i < dimension; i += 2) {
			double x1;
			double x2;
			double r2;
			do {
				x1 = 2 * random.nextDouble() - 1;
				x2 = 2 * random.nextDouble() - 1;
				r2 = x1 * x1 + x2 * x2;
			}
			while (r2 >= 1 || r2 == 0);
			// StrictMath, so that a seed gives the same image on every machine.
			double f = Math.sqrt(-2 * StrictMath.log(r2) / r2);
			z[i] = (float) (f * x2);
			if (i + 1 < dimension) {
				z[i + 1] = (float) (f * x1);
			}
		}
		return z;
	}

}
