package io.eidolon.inference.onnx;

import java.util.List;

import io.eidolon.latent.LatentInput;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.modelcard.PortNames;
import org.jspecify.annotations.Nullable;

/**
 * What the images of one run are generated from. Each row has a prompt of its own, or
 * none.
 *
 * @param z latents of shape (count, dimension)
 * @param labels class indices of shape (count), null for a graph that takes none
 * @param sentences the vectors of prompts, of shape (count, length of a vector); null for
 * zeros, or for a graph that takes none
 * @param strengths how closely the prompts are followed, of shape (count, 1); null for
 * zeros, or for a graph that takes none
 * @param count how many images
 */
public record LatentBatch(float[] z, long @Nullable [] labels, float @Nullable [] sentences,
		float @Nullable [] strengths, int count) {

	/** A batch without prompts. */
	public LatentBatch(float[] z, long @Nullable [] labels, int count) {
		this(z, labels, null, null, count);
	}

	/**
	 * Joins inputs; zeros fill the batch up.
	 * @param signature what the graph takes
	 * @param inputs at most as many as the batch holds
	 * @param count how many images the run generates
	 */
	public static LatentBatch of(ModelCard card, Signature signature, List<LatentInput> inputs, int count) {
		int dimension = card.latent().dimension();
		int length = signature.length(PortNames.SENTENCE);
		float[] z = new float[count * dimension];
		long[] labels = card.conditional() ? new long[count] : null;
		float[] sentences = (length > 0) ? new float[count * length] : null;
		float[] strengths = (signature.length(PortNames.STRENGTH) > 0) ? new float[count] : null;
		for (int i = 0; i < inputs.size(); i++) {
			LatentInput input = inputs.get(i);
			System.arraycopy(input.z(), 0, z, i * dimension, dimension);
			if (labels != null) {
				labels[i] = input.label();
			}
			if (sentences != null && input.sentence() != null) {
				System.arraycopy(input.sentence(), 0, sentences, i * length, length);
				if (strengths != null) {
					strengths[i] = input.strength();
				}
			}
		}
		return new LatentBatch(z, labels, sentences, strengths, count);
	}

	/**
	 * Checks an input against a card and its graph: one that is wrong would fail those of
	 * others that share its batch.
	 * @throws IllegalArgumentException when the length of the latent or of the sentence,
	 * the label or the strength is wrong
	 */
	public static void check(ModelCard card, Signature signature, LatentInput input) {
		check(card, input.z(), input.label());
		float[] sentence = input.sentence();
		if (sentence == null) {
			return;
		}
		int length = signature.length(PortNames.SENTENCE);
		if (length == 0) {
			throw new IllegalArgumentException(card.name() + " takes no prompts");
		}
		if (sentence.length != length) {
			throw new IllegalArgumentException("The sentence of a prompt for %s must have %s numbers, not %s"
				.formatted(card.name(), length, sentence.length));
		}
		if (!Float.isFinite(input.strength())) {
			throw new IllegalArgumentException("strength (%s) must be a number".formatted(input.strength()));
		}
	}

	/**
	 * Checks a latent and a label against a card.
	 * @throws IllegalArgumentException when the latent's length or the label is wrong
	 */
	public static void check(ModelCard card, float[] z, int label) {
		int dimension = card.latent().dimension();
		if (z.length != dimension) {
			throw new IllegalArgumentException(
					"A latent of %s must have %s numbers, not %s".formatted(card.name(), dimension, z.length));
		}
		int classes = card.classes().size();
		if (card.conditional() && (label < 0 || label >= classes)) {
			throw new IllegalArgumentException("label (%s) must be between 0 and %s".formatted(label, classes - 1));
		}
	}

}
