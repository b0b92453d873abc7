package io.eidolon.training;

import io.eidolon.training.loop.StepOptions;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What papers do differently in a step.
 *
 * @param freshLatents whether the generator is updated on latents and augmentations of
 * its own, not on those that the discriminator has just seen
 * @param penaltiesBeforeAugment whether gradient penalties are taken with respect to the
 * pictures before augmentations and noise, not after
 * @param weightDecay what Adam adds of a weight to its gradient, 0 for nothing
 * @param clip the largest norm of a network's gradient, to which a larger one is scaled,
 * 0 for no bound
 * @param losses the scale of the losses of minimax, non-saturating and
 * maximum-likelihood: halved, as in Goodfellow's tutorial of 2016, or published, as in
 * his paper of 2014
 * @param accumulate the parts that a batch is computed in, one after the other, which
 * takes less memory; with several, the generator is updated on latents of its own
 * @param augmentTarget how sure the discriminator may be of real pictures, from 0 to 1,
 * before augmentations become more frequent (ADA; 0.6 in its paper); 0 to augment always
 * @param discriminatorFirst the steps at the start of a run that update the discriminator
 * alone, so that one which begins anew learns to judge a generator that begins with
 * weights (init-from) before it is followed
 * @param rotation the weight of a loss by which the discriminator learns to tell by how
 * many quarter turns real pictures were rotated, which makes its features tell more of
 * what is on them, 0 for none; pictures must be squares
 * @param jointEncoder whether an encoder is trained together with the generator, against
 * a discriminator of pairs of picture and latent (BiGAN, ALI), and exported beside it
 * @param attributes the weight of a loss by which the discriminator learns to tell the
 * attributes of pictures, which are the columns beside their captions, and the generator
 * to generate those that a caption says (AC-GAN), 0 for none
 * @param reconstruction the weight of a loss by which the generator generates the real
 * pictures again, from their captions and from the latents that an encoder, which is
 * trained beside it, tells of them (VAE-GAN), 0 for none; it makes colours and plain
 * areas follow captions within fewer steps
 * @param divergence the weight, within the loss of reconstruction, of the divergence of
 * the encoder's latents from those that are sampled: 1 for a variational autoencoder,
 * more (beta-VAE) to have sampled latents be more like those of pictures, which are then
 * told less closely
 */
record StepSettings(@DefaultValue("false") boolean freshLatents, @DefaultValue("false") boolean penaltiesBeforeAugment,
		@DefaultValue("0") @DecimalMin("0") @DecimalMax("1") double weightDecay,
		@DefaultValue("0") @DecimalMin("0") double clip, @DefaultValue("halved") Scale losses,
		@DefaultValue("1") @Min(1) @Max(64) int accumulate,
		@DefaultValue("0") @DecimalMin("0") @DecimalMax("1") double augmentTarget,
		@DefaultValue("0") @Min(0) long discriminatorFirst, @DefaultValue("0") @DecimalMin("0") double rotation,
		@DefaultValue("false") boolean jointEncoder, @DefaultValue("0") @DecimalMin("0") double attributes,
		@DefaultValue("0") @DecimalMin("0") double reconstruction,
		@DefaultValue("1") @DecimalMin("0") double divergence) {

	StepOptions options() {
		return new StepOptions(this.freshLatents, this.penaltiesBeforeAugment, this.weightDecay, this.clip,
				this.losses == Scale.PUBLISHED, this.accumulate, this.augmentTarget, this.discriminatorFirst,
				this.rotation, this.jointEncoder, this.attributes, this.reconstruction, this.divergence);
	}

	/** The scale of losses. */
	enum Scale {

		/** Goodfellow 2016. */
		HALVED,

		/** Goodfellow et al. 2014. */
		PUBLISHED

	}

}
