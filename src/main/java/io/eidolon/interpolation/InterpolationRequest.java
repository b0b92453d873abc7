package io.eidolon.interpolation;

import java.util.List;

import io.eidolon.latent.Interpolation;
import io.eidolon.latent.LatentPath;
import io.eidolon.latent.Seed;
import io.eidolon.latent.Truncation;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.serving.Bounds;
import io.eidolon.serving.Label;
import io.eidolon.serving.Latent;
import io.eidolon.serving.ServingProperties;
import org.jspecify.annotations.Nullable;

/**
 * A request for the images on a path through the latent space.
 *
 * @param model the name of the model, null for the default one
 * @param version the version of the model, null for the one that serves by default
 * @param keyFrames the seeds that the path passes
 * @param steps frames in all
 * @param interpolation the way from one key frame to the next
 * @param loop whether the path returns to its beginning
 * @param truncation scales the latents of the key frames
 * @param label the class to generate; without one, the first seed modulo the number of
 * classes decides
 * @param scale the factor to enlarge by
 */
public record InterpolationRequest(@Nullable String model, @Nullable String version, List<Seed> keyFrames, int steps,
		Interpolation interpolation, boolean loop, Truncation truncation, @Nullable Label label, int scale) {

	/**
	 * Returns one latent for each frame.
	 * @throws io.eidolon.serving.InvalidParameterException when there are too few or too
	 * many key frames or steps
	 */
	List<Latent> frames(ModelCard card, ServingProperties limits) {
		limits.steps().check("steps", this.steps);
		new Bounds(2, Math.max(2, limits.maxCount())).checkItems("seeds", this.keyFrames.size());
		List<Latent> keys = this.keyFrames.stream()
			.map((seed) -> Latent.of(card, seed, this.truncation, this.label))
			.toList();
		return new LatentPath(keys.stream().map(Latent::z).toList(), this.interpolation, this.loop).frames(this.steps)
			.stream()
			.map((z) -> new Latent(null, z, keys.getFirst().condition()))
			.toList();
	}

}
