package io.eidolon.directions;

import io.eidolon.latent.Direction;
import org.jspecify.annotations.Nullable;

/**
 * A direction that was found in a model.
 *
 * @param name the name that requests use
 * @param kind how it was found
 * @param title one line for people
 * @param of the name of the direction that it is another name of, null for others
 * @param share the share of what its kind explains, 0 to 1
 * @param minimum the least strength that makes sense
 * @param maximum the greatest strength that makes sense
 * @param direction where to
 */
public record FoundDirection(String name, Kind kind, String title, @Nullable String of, double share, double minimum,
		double maximum, Direction direction) {

	/** How a direction is found. */
	public enum Kind {

		/**
		 * The latent's part in a principal component of pictures, after GANSpace
		 * (Haerkoenen et al. 2020); its share is that of the variance of pictures.
		 */
		PCA,

		/**
		 * What the first layer answers to most, SeFa (Shen and Zhou 2021); its share is
		 * that of the layer's squared weights.
		 */
		SEFA

	}

}
