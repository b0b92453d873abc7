package io.eidolon.recognition;

import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The classes of a picture.
 *
 * @param classes the most likely first
 * @param rejection why it is none of them, null where that was not asked or one may be
 * right
 */
public record Classification(List<ScoredClass> classes, @Nullable String rejection) {

	static final Comparator<ScoredClass> LIKELIEST_FIRST = Comparator.comparingDouble(ScoredClass::score).reversed();

	/**
	 * A class.
	 *
	 * @param label its name
	 * @param score its probability among the classes
	 * @param error the mean squared difference to its nearest picture that was found, the
	 * cost of the latent included, of intensities between 0 and 1; null for probes
	 * @param picture that picture as PNG, null unless asked for
	 */
	public record ScoredClass(String label, double score, @Nullable Double error, byte @Nullable [] picture) {

	}

	/**
	 * The classes of pictures.
	 *
	 * @param model the name of the model
	 * @param version its version, null where no network of the model was asked
	 * @param pictures in their order
	 */
	public record OfPictures(String model, @Nullable String version, List<Classification> pictures) {

	}

}
