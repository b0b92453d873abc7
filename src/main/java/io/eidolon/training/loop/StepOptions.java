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
 * @param publishedLosses whether losses are in the scale of Goodfellow et al. 2014, not
 * half of it
 * @param accumulate the parts that a batch is computed in, one after the other, whose
 * gradients are summed up; with several, G is updated on latents of its own
 * @param augmentTarget r of {@link AdaptiveAugmentation}, 0 to augment always
 * @param discriminatorFirst the steps from the first on that leave G as it is
 * @param rotation the weight of the loss by which D tells how real pictures were rotated,
 * 0 for none
 * @param jointEncoder whether an encoder is trained together with G, against a D of pairs
 * @param attributes the weight of the loss by which D tells attributes, and G generates
 * those that captions say, 0 for none
 * @param reconstruction the weight of the loss by which G generates the real pictures
 * from what an encoder tells of them, 0 for none
 * @param divergence the weight in that loss of how far the latents that the encoder tells
 * are from those that are sampled
 */
public record StepOptions(boolean freshLatents, boolean penaltiesBeforeAugment, double weightDecay, double clip,
		boolean publishedLosses, int accumulate, double augmentTarget, long discriminatorFirst, double rotation,
		boolean jointEncoder, double attributes, double reconstruction, double divergence) {

	/** Nothing of it. */
	public static final StepOptions PLAIN = new StepOptions(false, false, 0, 0);

	/** Whole batches, halved losses, augmentation and both updates at every step. */
	public StepOptions(boolean freshLatents, boolean penaltiesBeforeAugment, double weightDecay, double clip) {
		this(freshLatents, penaltiesBeforeAugment, weightDecay, clip, false, 1, 0, 0);
	}

	/** Two networks, and nothing that they learn beside the objective. */
	public StepOptions(boolean freshLatents, boolean penaltiesBeforeAugment, double weightDecay, double clip,
			boolean publishedLosses, int accumulate, double augmentTarget, long discriminatorFirst) {
		this(freshLatents, penaltiesBeforeAugment, weightDecay, clip, publishedLosses, accumulate, augmentTarget,
				discriminatorFirst, 0, false, 0, 0, 1);
	}

}
