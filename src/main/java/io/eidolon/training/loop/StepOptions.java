package io.eidolon.training.loop;

/**
 * What papers do differently in a step.
 *
 * @param freshLatents whether G is updated on latents and augmentations of its own (as
 * Huang et al. 2024), not on those that D has just seen
 * @param penaltiesBeforeAugment whether gradient penalties are taken with respect to the
 * pictures before augmentations and noise (as Huang et al. 2024), not after
 * @param weightDecay what Adam adds of a weight to its gradient, 0 for nothing
 * @param clip the largest norm of a network's gradient, to which a larger one is scaled,
 * 0 for no bound
 */
public record StepOptions(boolean freshLatents, boolean penaltiesBeforeAugment, double weightDecay, double clip) {

	/** Nothing of it. */
	public static final StepOptions PLAIN = new StepOptions(false, false, 0, 0);

}
