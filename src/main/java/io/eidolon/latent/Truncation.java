package io.eidolon.latent;

/**
 * Trades variety for typical pictures by moving latents towards the mean of their
 * distribution, which is 0: z' = psi z. This is the linear truncation of StyleGAN (Karras
 * et al. 2019, "A style-based generator architecture for generative adversarial
 * networks", appendix B) applied to z, where w-bar is 0.
 *
 * @param psi between 0, every latent the mean, and 1, no truncation
 */
public record Truncation(double psi) {

	/** Leaves latents as they are. */
	public static final Truncation NONE = new Truncation(1);

	/**
	 * Creates a truncation.
	 * @throws IllegalArgumentException when psi is out of range or not a number
	 */
	public Truncation {
		if (!(psi >= 0 && psi <= 1)) {
			throw new IllegalArgumentException("truncation (%s) must be between 0 and 1".formatted(psi));
		}
	}

	/**
	 * Returns psi z as a new array.
	 * @param z a latent of shape (dimension)
	 */
	public float[] apply(float[] z) {
		float[] truncated = new float[z.length];
		for (int i = 0; i < z.length; i++) {
			truncated[i] = (float) (psi() * z[i]);
		}
		return truncated;
	}

}
