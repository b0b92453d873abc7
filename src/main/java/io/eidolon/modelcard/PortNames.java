package io.eidolon.modelcard;

/**
 * The names of the inputs and outputs of a generator's graph, and of those that come with
 * it, for a batch of N.
 */
public final class PortNames {

	/** The input of latents: float (N, dimension). */
	public static final String LATENT = "z";

	/** The input of labels, of class-conditional generators: int64 (N). */
	public static final String LABEL = "label";

	/**
	 * The input of prompts' vectors, of generators that take prompts, and the output of a
	 * network that reads images: float (N, 384).
	 */
	public static final String SENTENCE = "sentence";

	/**
	 * The input beside it that says how closely prompts are followed, 0 for not at all:
	 * float (N, 1).
	 */
	public static final String STRENGTH = "strength";

	/** The output: float (N, channels, height, width). */
	public static final String IMAGE = "image";

	/** The output of a discriminator that describes images: float (N, length). */
	public static final String FEATURES = "features";

	/** The output of a discriminator, the larger the more real: float (N). */
	public static final String LOGIT = "logit";

	private PortNames() {
	}

}
