package io.eidolon.inference.onnx;

import java.util.List;

import io.eidolon.latent.LatentInput;
import io.eidolon.modelcard.ModelCard;
import org.jspecify.annotations.Nullable;

/**
 * What the images of one run are generated from.
 *
 * @param z latents of shape (count, dimension)
 * @param labels class indices of shape (count), null for a graph that takes none
 * @param count how many images
 */
public record LatentBatch(float[] z, long @Nullable [] labels, int count) {

	/**
	 * Joins inputs; zeros fill the batch up.
	 * @param inputs at most as many as the batch holds
	 * @param count how many images the run generates
	 */
	public static LatentBatch of(ModelCard card, List<LatentInput> inputs, int count) {
		int dimension = card.latent().dimension();
		float[] z = new float[count * dimension];
		long[] labels = card.conditional() ? new long[count] : null;
		for (int i = 0; i < inputs.size(); i++) {
			System.arraycopy(inputs.get(i).z(), 0, z, i * dimension, dimension);
			if (labels != null) {
				labels[i] = inputs.get(i).label();
			}
		}
		return new LatentBatch(z, labels, count);
	}

	/** A batch of zeros. */
	public static LatentBatch zeros(ModelCard card, int count) {
		return of(card, List.of(), count);
	}

	/**
	 * Checks an input against a card: one that is wrong would fail those of others that
	 * share its batch.
	 * @throws IllegalArgumentException when the latent's length or the label is wrong
	 */
	public static void check(ModelCard card, float[] z, int label) {
		int dimension = card.latent().dimension();
		if (z.length != dimension) {
			throw new IllegalArgumentException(
					"A latent of %s must have %d numbers, not %d".formatted(card.name(), dimension, z.length));
		}
		int classes = card.classes().size();
		if (card.conditional() && (label < 0 || label >= classes)) {
			throw new IllegalArgumentException("label (%d) must be between 0 and %d".formatted(label, classes - 1));
		}
	}

}
