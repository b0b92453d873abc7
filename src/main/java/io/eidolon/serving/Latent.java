package io.eidolon.serving;

import io.eidolon.latent.Latents;
import io.eidolon.latent.Seed;
import io.eidolon.latent.Truncation;
import io.eidolon.modelcard.ModelCard;
import org.jspecify.annotations.Nullable;

/**
 * A point in the latent space, to generate an image from.
 *
 * @param seed where it comes from, null when it was given
 * @param z its coordinates, truncated
 * @param condition what a conditional model takes beside it
 */
public record Latent(@Nullable Seed seed, float[] z, Condition condition) {

	/** Returns the latent of a seed. */
	public static Latent of(ModelCard card, Seed seed, Truncation truncation, @Nullable Label label) {
		float[] z = truncation.apply(Latents.sample(seed, card.latent().dimension()));
		return new Latent(seed, z, condition(card, seed, label));
	}

	/**
	 * Returns a latent that was given, as it is.
	 * @param parameter what the client calls it
	 * @throws InvalidParameterException when the model cannot take it
	 */
	public static Latent given(ModelCard card, String parameter, float[] z, @Nullable Label label) {
		check(card, parameter, z);
		return new Latent(null, z, (label != null) ? label.condition(card) : Condition.NONE);
	}

	/**
	 * Holds a latent that was given to the model.
	 * @param parameter what the client calls it
	 * @throws InvalidParameterException when the model cannot take it
	 */
	public static void check(ModelCard card, String parameter, float @Nullable [] z) {
		int dimension = card.latent().dimension();
		if (z == null || z.length != dimension) {
			throw new InvalidParameterException(parameter, ((z != null) ? z.length : 0) + " numbers",
					"a list of %s numbers".formatted(dimension));
		}
		for (int j = 0; j < z.length; j++) {
			if (!Float.isFinite(z[j])) {
				throw new InvalidParameterException("%s[%s]".formatted(parameter, j), Float.toString(z[j]),
						"a finite number");
			}
		}
	}

	/** The same point under words. */
	public Latent with(@Nullable Sentence sentence) {
		return new Latent(this.seed, this.z, this.condition.with(sentence));
	}

	// From the seed, not from its place in the request: the same seed is the same
	// picture, whatever it was asked for with.
	private static Condition condition(ModelCard card, Seed seed, @Nullable Label label) {
		if (label != null) {
			return label.condition(card);
		}
		return card.conditional() ? new Condition((int) (seed.value() % card.classes().size())) : Condition.NONE;
	}

}
