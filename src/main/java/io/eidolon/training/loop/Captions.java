package io.eidolon.training.loop;

import java.util.Arrays;

import io.eidolon.text.SentenceEncoder;
import io.eidolon.training.network.ComputeDevice;
import io.eidolon.training.network.ConditionTensors;
import io.eidolon.training.network.NewTensor;

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

	/**
	 * What consecutive seeds stand for where nothing is asked for in words; no captions
	 * where they stand for none.
	 * @param ofSeeds (any, 384) the embeddings that seeds stand for in turn
	 * @param first the first seed
	 */
	public static Captions ofSeeds(float[][] ofSeeds, long first, int count) {
		if (ofSeeds.length == 0) {
			return none(count);
		}
		float[] sentences = new float[count * LENGTH];
		for (int i = 0; i < count; i++) {
			System.arraycopy(ofSeeds[(int) ((first + i) % ofSeeds.length)], 0, sentences, i * LENGTH, LENGTH);
		}
		return of(sentences);
	}

	/** Captions that are followed as in training. */
	public static Captions of(float[] sentences) {
		float[] strengths = new float[sentences.length / LENGTH];
		Arrays.fill(strengths, 1);
		return new Captions(sentences, strengths);
	}

	ConditionTensors addTo(ConditionTensors condition, ComputeDevice device) {
		return condition.withSentence(device.enter(NewTensor.of(this.sentences, this.strengths.length, LENGTH)),
				device.enter(NewTensor.of(this.strengths, this.strengths.length, 1)));
	}

}
