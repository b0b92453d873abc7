package io.eidolon.search;

import io.eidolon.modelcard.ModelCard.ImageShape;

/**
 * How much a search does unless the request says so. Time grows with pixels: of large
 * images it does less, so that the answer is there before the deadline.
 *
 * @param shape the images of a model
 */
public record SearchEffort(ImageShape shape) {

	/** Up to here as much as usual. */
	private static final long USUAL_PIXELS = 256 * 256;

	/**
	 * What a search costs its client: the pixels that are computed, step by step.
	 * @param starts latents that it begins with
	 * @param candidates those of them that are optimised
	 * @param steps how often each is
	 */
	public long cost(int starts, int candidates, int steps) {
		return (starts + (long) candidates * steps) * this.shape.width() * this.shape.height();
	}

	/**
	 * A number that the time of a search grows with.
	 * @param usual how much it is for images that are not large
	 * @param least how much it is for images of any size
	 */
	public int of(int usual, int least) {
		long pixels = (long) this.shape.width() * this.shape.height();
		return Math.clamp(usual * USUAL_PIXELS / pixels, Math.min(least, usual), usual);
	}

}
