package io.eidolon.interpolation;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import io.eidolon.latent.Interpolation;
import io.eidolon.latent.LatentPath;
import io.eidolon.latent.Seed;
import io.eidolon.latent.Truncation;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.serving.Enlargement;
import io.eidolon.serving.Bounds;
import io.eidolon.serving.Condition;
import io.eidolon.serving.Label;
import io.eidolon.serving.Latent;
import io.eidolon.serving.Prompts;
import io.eidolon.serving.Sentence;
import io.eidolon.serving.ServingProperties;
import org.jspecify.annotations.Nullable;

/**
 * A request for the images on a path through the latent space, from words to words, or
 * both.
 *
 * @param model the name of the model, null for the default one
 * @param version the version of the model, null for the one that serves by default
 * @param keyFrames the seeds that the path passes; one will do on a path between prompts
 * @param latents the latents that it passes instead, none when it passes seeds
 * @param steps frames in all
 * @param interpolation the way from one key frame to the next
 * @param loop whether the path returns to its beginning
 * @param truncation scales the latents of the key frames
 * @param label the class to generate; without one, the first seed modulo the number of
 * classes decides
 * @param prompts what to generate, in words: one prompt for all images, or two to go
 * between
 * @param enlargement how pictures are enlarged
 */
public record InterpolationRequest(@Nullable String model, @Nullable String version, List<Seed> keyFrames,
		List<float[]> latents, int steps, Interpolation interpolation, boolean loop, Truncation truncation,
		@Nullable Label label, Prompts prompts, Enlargement enlargement) {

	/**
	 * Returns one latent for each frame.
	 * @param sentences those of the prompts, or of the seeds
	 * @throws io.eidolon.serving.InvalidParameterException when there are too few or too
	 * many key frames or steps
	 */
	List<Latent> frames(ModelCard card, List<Sentence> sentences, ServingProperties limits) {
		limits.steps().check("steps", this.steps);
		return frames(card, sentences, limits, IntStream.range(0, this.steps).boxed().toList());
	}

	/**
	 * Returns one latent for each of some frames, of which the path may have any number.
	 * @param sentences those of the prompts, or of the seeds
	 * @param some which of them, from 0
	 * @throws io.eidolon.serving.InvalidParameterException when there are too few or too
	 * many key frames
	 */
	List<Latent> frames(ModelCard card, List<Sentence> sentences, ServingProperties limits, List<Integer> some) {
		Bounds bounds = new Bounds((sentences.size() < 2) ? 2 : 1, Math.max(2, limits.maxCount()));
		List<Latent> keys = this.latents.isEmpty() ? seeds(card, bounds) : latents(card, bounds);
		List<float[]> latents = path(keys.stream().map(Latent::z).toList(), this.interpolation, some);
		List<Condition> conditions = conditions(keys.getFirst().condition(), sentences, some);
		return IntStream.range(0, some.size())
			.mapToObj((i) -> new Latent(null, latents.get(i), conditions.get(i)))
			.toList();
	}

	private List<Latent> seeds(ModelCard card, Bounds bounds) {
		bounds.checkItems("seeds", this.keyFrames.size());
		return this.keyFrames.stream().map((seed) -> Latent.of(card, seed, this.truncation, this.label)).toList();
	}

	private List<Latent> latents(ModelCard card, Bounds bounds) {
		bounds.checkItems("latents", this.latents.size());
		return IntStream.range(0, this.latents.size())
			.mapToObj((i) -> Latent.given(card, "latents[%s]".formatted(i), this.latents.get(i), this.label))
			.toList();
	}

	// Sentences have length 1, and so has what lies between them on the sphere.
	private List<Condition> conditions(Condition first, List<Sentence> sentences, List<Integer> some) {
		if (sentences.size() < 2) {
			return Collections.nCopies(some.size(), sentences.isEmpty() ? first : first.with(sentences.getFirst()));
		}
		return path(sentences.stream().map(Sentence::vector).toList(), Interpolation.SLERP, some).stream()
			.map((vector) -> first.with(new Sentence(null, vector, sentences.getFirst().strength())))
			.toList();
	}

	private List<float[]> path(List<float[]> keys, Interpolation way, List<Integer> some) {
		return (keys.size() == 1) ? Collections.nCopies(some.size(), keys.getFirst())
				: new LatentPath(keys, way, this.loop).frames(this.steps, some);
	}

}
