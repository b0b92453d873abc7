package io.eidolon.editing;

import java.util.List;

import io.eidolon.image.StillFormat;
import io.eidolon.latent.Seed;
import io.eidolon.latent.Truncation;
import io.eidolon.serving.Label;
import org.jspecify.annotations.Nullable;

/**
 * Pictures that someone asks for by saying what parts of them are to be.
 *
 * @param model the name of the model, null for the default one
 * @param version the version of the model, null for the one that serves by default
 * @param start the picture to edit, null to begin from nothing
 * @param label the class to draw; without one, that of the start, or all in turn
 * @param truncation scales the latents that are drawn
 * @param constraints what is asked for
 * @param search how to look for it
 * @param frames how many pictures lead from the start, or the mean picture, to the best
 * candidate; 0 for none
 * @param format how pictures are encoded
 * @param scale the factor to enlarge by
 */
public record EditRequest(@Nullable String model, @Nullable String version, @Nullable Start start,
		@Nullable Label label, Truncation truncation, List<Constraint> constraints, Effort search, int frames,
		StillFormat format, int scale) {

	/** The picture to edit. */
	public sealed interface Start {

	}

	/**
	 * The picture of a seed.
	 *
	 * @param seed its number
	 */
	public record SeedStart(Seed seed) implements Start {

	}

	/**
	 * The picture of a latent.
	 *
	 * @param z as long as the model's latents
	 */
	public record LatentStart(float[] z) implements Start {

	}

	/**
	 * How to look for latents.
	 *
	 * @param candidates how many answers are wanted
	 * @param starts among how many latents the search begins
	 * @param steps how many steps each candidate takes
	 * @param smoothness how much it costs to be far from the start in the latent space
	 * @param prior how much it costs to be far from the mean in the latent space
	 * @param seed decides which latents are drawn
	 */
	public record Effort(int candidates, int starts, int steps, float smoothness, float prior, Seed seed) {

	}

}
