package io.eidolon.training.network;

/**
 * What a discriminator has beside its layers.
 *
 * @param batchNormalisation whether that of DCGAN is there; it makes the logit of a
 * picture depend on its batch, so that a bound on the gradient of D cannot go with it
 * @param spectralNormalisation whether each weight is divided by its largest singular
 * value (Miyato et al. 2018)
 * @param minibatchDeviation whether D sees how much the pictures of a batch differ
 * (Karras et al. 2018)
 */
public record DiscriminatorTraits(boolean batchNormalisation, boolean spectralNormalisation,
		boolean minibatchDeviation) {

	/** As in the paper of DCGAN. */
	public static final DiscriminatorTraits PLAIN = new DiscriminatorTraits(true, false, false);

}
