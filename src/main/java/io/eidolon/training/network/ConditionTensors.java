package io.eidolon.training.network;

import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * What pictures are asked to show. A network reads what its architecture has, and nothing
 * else.
 *
 * @param label (N) int64, the class of each picture
 * @param sentence (N, 384) the embedding of a caption of each picture, or (N, 64) the
 * same along the {@link SentenceAxes axes} of the captions
 * @param strength (N, 1) how closely the caption is followed: 0 as if there were none, 1
 * as in training
 */
public record ConditionTensors(@Nullable Tensor label, @Nullable Tensor sentence, @Nullable Tensor strength) {

	/** Anything. */
	public static final ConditionTensors NONE = new ConditionTensors(null, null, null);

	/** A class alone. */
	public static ConditionTensors ofLabel(@Nullable Tensor label) {
		return new ConditionTensors(label, null, null);
	}

	/** The same class with other words. */
	public ConditionTensors withSentence(Tensor sentence, Tensor strength) {
		return new ConditionTensors(this.label, sentence, strength);
	}

}
