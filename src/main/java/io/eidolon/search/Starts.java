package io.eidolon.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

import io.eidolon.latent.Latents;
import io.eidolon.latent.Seed;
import io.eidolon.latent.Truncation;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.serving.Label;
import io.eidolon.serving.Latent;
import org.jspecify.annotations.Nullable;

/**
 * Draws the latents that a search begins with; the same ones for the same seed.
 *
 * @param dimension the length of a latent
 * @param seed decides which
 * @param truncation scales what is drawn
 */
public record Starts(int dimension, Seed seed, Truncation truncation) {

	/** How much of a latent near the start is noise, as a standard deviation. */
	private static final double NOISE = 0.5;

	/**
	 * Draws latents: half of them near a picture to edit, itself among them, the others
	 * anywhere.
	 * @param near the latent of that picture, null for all anywhere
	 * @param labels the class of each, by its place
	 */
	public List<Latent> draw(int count, @Nullable Latent near, IntUnaryOperator labels) {
		List<Latent> starts = new ArrayList<>(count);
		int nearby = (near != null) ? Math.ceilDiv(count, 2) : 0;
		for (int i = 0; i < count; i++) {
			float[] noise = Latents.sample(new Seed((seed().value() + i) % (Seed.MAX + 1)), dimension());
			if (near == null || i >= nearby) {
				starts.add(new Latent(null, truncation().apply(noise), labels.applyAsInt(i)));
			}
			else {
				starts.add((i == 0) ? near : new Latent(null, between(near.z(), noise), near.label()));
			}
		}
		return starts;
	}

	/**
	 * The class of each start, by its place: the one that is asked for, or all in turn,
	 * as any may fit best.
	 */
	public static IntUnaryOperator labels(ModelCard card, @Nullable Label asked) {
		if (asked != null) {
			int label = asked.index(card);
			return (_) -> label;
		}
		return (i) -> card.conditional() ? i % card.classes().size() : 0;
	}

	// Of the same distribution as both, so that it is as typical as they are.
	private static float[] between(float[] z, float[] noise) {
		float[] mixed = new float[z.length];
		for (int i = 0; i < z.length; i++) {
			mixed[i] = (float) (Math.sqrt(1 - NOISE * NOISE) * z[i] + NOISE * noise[i]);
		}
		return mixed;
	}

}
