package io.eidolon.serving;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.eidolon.latent.Seed;
import io.eidolon.latent.Truncation;
import io.eidolon.modelcard.ModelCard;

/**
 * What an image was generated from.
 *
 * @param card the model
 * @param truncation what its latents were scaled by
 * @param directions how far they were moved along directions, by their names
 * @param seeds their seeds, empty when there are none
 * @param labels the names of their classes, empty when the model takes no label
 */
public record ImageOrigin(ModelCard card, Truncation truncation, Map<String, Float> directions, List<Seed> seeds,
		List<String> labels) {

	/** That of an image which a search has found. */
	public static ImageOrigin found(ModelCard card, Condition condition) {
		String label = condition.name(card);
		return new ImageOrigin(card, Truncation.NONE, Map.of(), List.of(),
				(label != null) ? List.of(label) : List.of());
	}

	/** That of an image of samples. */
	public static ImageOrigin of(ModelCard card, Truncation truncation, Map<String, Float> directions, List<Seed> seeds,
			List<Sample> samples) {
		List<String> labels = samples.stream().map(Sample::label).filter(Objects::nonNull).distinct().toList();
		return new ImageOrigin(card, truncation, directions, seeds, labels);
	}

}
