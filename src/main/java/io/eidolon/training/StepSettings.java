package io.eidolon.training;

import io.eidolon.training.loop.StepOptions;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;

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
 */
record StepSettings(@DefaultValue("false") boolean freshLatents, @DefaultValue("false") boolean penaltiesBeforeAugment,
		@DefaultValue("0") @DecimalMin("0") @DecimalMax("1") double weightDecay,
		@DefaultValue("0") @DecimalMin("0") double clip) {

	StepOptions options() {
		return new StepOptions(this.freshLatents, this.penaltiesBeforeAugment, this.weightDecay, this.clip);
	}

}
