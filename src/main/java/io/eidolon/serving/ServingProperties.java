package io.eidolon.serving;

import io.eidolon.modelcard.ModelCard.ImageShape;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much one request may ask for.
 *
 * @param maxCount pictures of one generation, and key frames of one interpolation
 * @param maxSteps frames of one interpolation
 * @param maxScale factor by which pictures are enlarged
 * @param maxSide pixels of an answer's width and height; WebP can hold no more than 16383
 * @param maxPixels pixels of all pictures of an answer together
 * @param pixelsInFlight pixels of all answers together that are made at one time, of
 * which one may have half; a request beyond them is refused as busy; when it is not set,
 * as many as half the heap holds at 16 bytes each
 */
@Validated
@ConfigurationProperties("eidolon.generation")
public record ServingProperties(@DefaultValue("64") @Min(1) int maxCount,
		@DefaultValue("120") @Min(LEAST_STEPS) int maxSteps, @DefaultValue("8") @Min(1) int maxScale,
		@DefaultValue("16383") @Min(1) @Max(16_383) int maxSide, @DefaultValue("33554432") @Min(1) long maxPixels,
		@Min(1) @Nullable Long pixelsInFlight) {

	private static final int LEAST_STEPS = 2;

	/**
	 * What an answer takes while it is made: samples of three channels that are
	 * generated, joined into a grid, filtered, and encoded.
	 */
	public static final int BYTES_PER_PIXEL = 16;

	/** How many pictures, key frames or columns a request may ask for. */
	public Bounds count() {
		return new Bounds(1, this.maxCount);
	}

	/** How many frames a request may ask for. */
	public Bounds steps() {
		return new Bounds(LEAST_STEPS, this.maxSteps);
	}

	/** How many images may lead from one image to another; none is allowed as well. */
	public Bounds pathFrames() {
		return new Bounds(0, this.maxSteps);
	}

	/** How far a request may have pictures enlarged. */
	public Bounds scale() {
		return new Bounds(1, this.maxScale);
	}

	/** How many pixels of all answers together are made at one time. */
	long allPixels() {
		return (this.pixelsInFlight != null) ? this.pixelsInFlight
				: Runtime.getRuntime().maxMemory() / 2 / BYTES_PER_PIXEL;
	}

	/**
	 * Holds an answer to its size.
	 * @param shape one picture before it is enlarged
	 * @param counted the parameter that says how many pictures there are
	 * @param count how many
	 * @param columns how many of them stand side by side in one image
	 * @param rows how many of them stand on top of each other in one image
	 * @param enlargement how they are enlarged
	 * @throws InvalidParameterException when the factor is out of range, or the answer
	 * too large
	 */
	public void checkSize(ImageShape shape, String counted, int count, int columns, int rows, Enlargement enlargement) {
		int scale = enlargement.scale();
		scale().check("scale", scale);
		int width = shape.width() * enlargement.upscale();
		int height = shape.height() * enlargement.upscale();
		long side = Math.max((long) columns * width, (long) rows * height);
		double pixels = (double) count * width * height;
		long most = Math.min(this.maxPixels, allPixels() / 2);
		long largest = Math.min(this.maxSide / side, (long) Math.sqrt(most / pixels));
		if (scale > largest) {
			String limit = "for pictures of %sx%s, as an answer may have %s pixels a side and %s in all"
				.formatted(width, height, this.maxSide, most);
			if (largest < 1 && enlargement.upscale() > 1) {
				throw new InvalidParameterException("upscale", enlargement.upscale(), "less or left out " + limit);
			}
			throw (largest >= 1)
					? new InvalidParameterException("scale", scale, "at most %s %s".formatted(largest, limit))
					: new InvalidParameterException(counted, count, "less " + limit);
		}
	}

}
