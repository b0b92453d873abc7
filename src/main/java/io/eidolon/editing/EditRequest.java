package io.eidolon.editing;

import java.util.List;

import io.eidolon.image.PictureEncoding;
import io.eidolon.latent.Seed;
import io.eidolon.latent.Truncation;
import io.eidolon.serving.Enlargement;
import io.eidolon.serving.Label;
import io.eidolon.serving.Prompts;
import org.jspecify.annotations.Nullable;

/**
 * A request for images that says what parts of them are to be.
 *
 * @param model the name of the model, null for the default one
 * @param version the version of the model, null for the one that serves by default
 * @param start the image to edit, null to begin from nothing
 * @param label the class to generate; without one, that of the start, or all in turn
 * @param prompts what is to be seen, in words: one prompt, or none
 * @param truncation scales the latents that are sampled
 * @param constraints what is asked for
 * @param search how to search for it
 * @param frames how many pictures lead from the start, or the mean picture, to the best
 * candidate; 0 for none
 * @param format how pictures are encoded
 * @param enlargement how pictures are enlarged
 * @param previews how many candidates are shown on the way, null for all
 */
public record EditRequest(@Nullable String model, @Nullable String version, @Nullable Start start,
		@Nullable Label label, Prompts prompts, Truncation truncation, List<Constraint> constraints, Effort search,
		int frames, PictureEncoding format, Enlargement enlargement, @Nullable Integer previews) {

	/** The image to edit. */
	public sealed interface Start {

	}

	/**
	 * The image of a seed.
	 *
	 * @param seed its number
	 */
	public record SeedStart(Seed seed) implements Start {

	}

	/**
	 * The image of a latent.
	 *
	 * @param z as long as the model's latents
	 */
	public record LatentStart(float[] z) implements Start {

	}

	/**
	 * How to search for latents.
	 *
	 * @param candidates how many answers are wanted, null for as many as usual and as
	 * memory allows
	 * @param starts among how many latents the search begins
	 * @param steps how many steps each candidate takes
	 * @param smoothness how much it costs to be far from the start in the latent space
	 * @param prior how much it costs to be far from the mean in the latent space
	 * @param seed decides which latents are sampled
	 */
	public record Effort(@Nullable Integer candidates, int starts, int steps, float smoothness, float prior,
			Seed seed) {

	}

}
