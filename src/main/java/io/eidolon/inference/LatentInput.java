package io.eidolon.inference;

import io.eidolon.modelcard.ModelCard;

/**
 * What one picture is drawn from.
 *
 * @param z the latent, as long as the model's card says
 * @param label the index of a class; ignored unless the model is class-conditional
 */
public record LatentInput(float[] z, int label) {

	/**
	 * Holds an input to a card: one that is wrong would fail those of others that share
	 * its batch.
	 * @throws IllegalArgumentException when the latent's length or the label is wrong
	 */
	static void check(ModelCard card, float[] z, int label) {
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
