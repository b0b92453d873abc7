package io.eidolon.serving;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.eidolon.image.DigitalSourceType;
import io.eidolon.latent.Seed;
import io.eidolon.latent.Truncation;
import io.eidolon.modelcard.ModelCard;
import org.jspecify.annotations.Nullable;

/**
 * What an image was generated from.
 *
 * @param card the model
 * @param truncation what its latents were scaled by
 * @param directions how far they were moved along directions, by their names
 * @param seeds their seeds, empty when there are none
 * @param labels the names of their classes, empty when the model takes no label
 * @param prompts their words, empty when there are none
 * @param strength how closely these were followed
 * @param blends where its images lie between prompts, empty when they lie at them
 * @param upscale the factor that the super-resolution network enlarged it by, 1 when it
 * did not
 * @param source what made it, null for a picture that was uploaded
 */
public record ImageOrigin(ModelCard card, Truncation truncation, Map<String, Float> directions, List<Seed> seeds,
		List<String> labels, List<String> prompts, float strength, List<Float> blends, int upscale,
		@Nullable DigitalSourceType source) {

	/** That of an image which a search has found. */
	public static ImageOrigin found(ModelCard card, Condition condition, int upscale) {
		Sentence sentence = condition.sentence();
		return new ImageOrigin(card, Truncation.NONE, Map.of(), List.of(), list(condition.name(card)),
				list(condition.prompt()), (sentence != null) ? sentence.strength() : 0, List.of(), upscale,
				DigitalSourceType.TRAINED_ALGORITHMIC_MEDIA);
	}

	/** That of an image which a client has sent. */
	public static ImageOrigin uploaded(ModelCard card) {
		return new ImageOrigin(card, Truncation.NONE, Map.of(), List.of(), List.of(), List.of(), 0, List.of(), 1, null);
	}

	/** The same of an image that has parts of one which a client has sent. */
	public ImageOrigin composite() {
		return new ImageOrigin(this.card, this.truncation, this.directions, this.seeds, this.labels, this.prompts,
				this.strength, this.blends, this.upscale, DigitalSourceType.COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA);
	}

	/**
	 * That of an image of samples.
	 * @param prompts their words
	 * @param asked how closely these were followed, and where images lie between them
	 * @param upscale the factor that the super-resolution network enlarged them by
	 */
	public static ImageOrigin of(ModelCard card, Truncation truncation, Map<String, Float> directions, List<Seed> seeds,
			List<Sample> samples, List<String> prompts, Prompts asked, int upscale) {
		List<String> labels = samples.stream().map(Sample::label).filter(Objects::nonNull).distinct().toList();
		return new ImageOrigin(card, truncation, directions, seeds, labels, prompts, asked.strength(), asked.blends(),
				upscale, DigitalSourceType.TRAINED_ALGORITHMIC_MEDIA);
	}

	private static List<String> list(@Nullable String one) {
		return (one != null) ? List.of(one) : List.of();
	}

}
