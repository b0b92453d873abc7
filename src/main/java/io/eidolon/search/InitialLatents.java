package io.eidolon.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

import io.eidolon.latent.Latents;
import io.eidolon.latent.Seed;
import io.eidolon.latent.Truncation;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.serving.Condition;
import io.eidolon.serving.Label;
import io.eidolon.serving.Latent;
import io.eidolon.serving.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * Samples the latents that a search begins with; the same ones for the same seed.
 *
 * @param dimension the length of a latent
 * @param seed decides which
 * @param truncation scales what is sampled
 */
public record InitialLatents(int dimension, Seed seed, Truncation truncation) {

	/** How much of a latent near another is noise, as a standard deviation. */
	private static final double NOISE = 0.5;

	/**
	 * Samples latents: half of them near one that is given, itself among them, the others
	 * anywhere.
	 * @param near the latent of the image to edit, null for all anywhere
	 * @param conditions the condition of each, by its index
	 */
	public List<Latent> sample(int count, @Nullable Latent near, IntFunction<Condition> conditions) {
		List<Latent> latents = new ArrayList<>(count);
		int nearby = (near != null) ? Math.ceilDiv(count, 2) : 0;
		for (int i = 0; i < count; i++) {
			float[] noise = Latents.sample(new Seed((seed().value() + i) % (Seed.MAX + 1)), dimension());
			if (near == null || i >= nearby) {
				latents.add(new Latent(null, truncation().apply(noise), conditions.apply(i)));
			}
			else {
				latents.add((i == 0) ? near : new Latent(null, mix(near.z(), noise), near.condition()));
			}
		}
		return latents;
	}

	/**
	 * The condition of each latent, by its index: the class that is asked for, or each in
	 * turn, as any may fit best.
	 * @param sentence the words of all, null for none
	 */
	public static IntFunction<Condition> conditions(ModelCard card, @Nullable Label asked,
			@Nullable Sentence sentence) {
		if (asked != null) {
			Condition condition = asked.condition(card).with(sentence);
			return (_) -> condition;
		}
		return (i) -> (card.conditional() ? new Condition(i % card.classes().size()) : Condition.NONE).with(sentence);
	}

	// Of the same distribution as both, so that it is as typical as they are.
	private static float[] mix(float[] z, float[] noise) {
		float[] mixed = new float[z.length];
		for (int i = 0; i < z.length; i++) {
			mixed[i] = (float) (Math.sqrt(1 - NOISE * NOISE) * z[i] + NOISE * noise[i]);
		}
		return mixed;
	}

}
