package io.eidolon.search;

import io.eidolon.inference.gradient.GeneratorGradient;
import io.eidolon.modelcard.ModelCard.ImageShape;
import io.eidolon.serving.Enlargement;
import io.eidolon.serving.InvalidParameterException;

/**
 * How many images a search holds in memory. Each is kept as floats while its latent is
 * optimised, and takes about as much as a pixel of an answer does.
 *
 * @param shape the images of a model
 */
public record SearchMemory(ImageShape shape) {

	/** Of images that were just evaluated. */
	private static final long EVALUATED_BYTES = 32L << 20;

	/** Up to here all images are kept, and none has to be generated twice. */
	private static final long KEPT_BYTES = 64L << 20;

	/** The target and its mask. */
	private static final int ASKED = 2;

	/** How many gradients are asked for at once. */
	int atOnce() {
		return Math.clamp(EVALUATED_BYTES / bytes(), 1, GeneratorGradient.AT_ONCE);
	}

	/** Of so many candidates, how many keep their images while the best are sought. */
	int kept(int candidates, int wanted) {
		return (candidates * bytes() <= KEPT_BYTES) ? candidates : wanted;
	}

	/**
	 * How many pixels a search takes.
	 * @param images that are kept, or encoded for the answer
	 * @param enlargement how they are enlarged
	 */
	public long pixels(int images, Enlargement enlargement) {
		return images * enlargement.pixels(this.shape) + size() * working();
	}

	/**
	 * How many images may be kept and encoded.
	 * @param most pixels that the search may take
	 * @param enlargement how they are enlarged
	 * @param others how many images of the answer come first
	 * @throws InvalidParameterException when it is none
	 */
	public int fitting(long most, Enlargement enlargement, int others) {
		long images = (most - size() * working()) / enlargement.pixels(this.shape) - others;
		if (images < 1) {
			throw refusal(enlargement, limit(most));
		}
		return (int) Math.min(images, Integer.MAX_VALUE);
	}

	private static InvalidParameterException refusal(Enlargement enlargement, String limit) {
		if (enlargement.scale() > 1) {
			return new InvalidParameterException("scale", enlargement.scale(), "less " + limit);
		}
		return (enlargement.upscale() > 1)
				? new InvalidParameterException("upscale", enlargement.upscale(), "less or left out " + limit)
				: new InvalidParameterException("model", null, "one of smaller images, and not one " + limit);
	}

	/** Why no more images may be asked for. */
	public String limit(long most) {
		return "for images of %s x %s pixels, as a search may take %s pixels of memory".formatted(this.shape.width(),
				this.shape.height(), most);
	}

	/** The results of one evaluation, twice as they are copied, and what is asked for. */
	private long working() {
		return 2L * atOnce() + ASKED;
	}

	private long size() {
		return (long) this.shape.width() * this.shape.height();
	}

	private long bytes() {
		return Float.BYTES * size() * this.shape.channels();
	}

}
