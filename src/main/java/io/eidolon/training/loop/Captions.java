package io.eidolon.training.loop;

import java.util.Arrays;

import io.eidolon.text.SentenceEncoder;
import io.eidolon.training.network.ComputeDevice;
import io.eidolon.training.network.ConditionTensors;
import org.bytedeco.pytorch.Tensor;

/**
 * Captions to generate from.
 *
 * @param sentences (count, 384) their embeddings
 * @param strengths (count) how closely each is followed, 0 for no caption
 */
public record Captions(float[] sentences, float[] strengths) {

	/** The length of an embedding. */
	public static final int LENGTH = SentenceEncoder.DIMENSION;

	/** So many pictures without caption. */
	public static Captions none(int count) {
		return new Captions(new float[count * LENGTH], new float[count]);
	}

	/** Captions that are followed as in training. */
	public static Captions of(float[] sentences) {
		float[] strengths = new float[sentences.length / LENGTH];
		Arrays.fill(strengths, 1);
		return new Captions(sentences, strengths);
	}

	ConditionTensors addTo(ConditionTensors condition, ComputeDevice device) {
		return condition.withSentence(device.enter(Tensor.create(this.sentences, this.strengths.length, LENGTH)),
				device.enter(Tensor.create(this.strengths, this.strengths.length, 1)));
	}

}
