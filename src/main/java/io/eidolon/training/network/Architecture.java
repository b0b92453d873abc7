package io.eidolon.training.network;

import io.eidolon.modelcard.ModelCard.ImageShape;
import io.eidolon.modelcard.ModelCard.ValueRange;

/**
 * The sizes of a pair of networks.
 *
 * @param imageSize the side of the pictures in pixels: 28, 32, 64 or 128
 * @param channels the channels of the pictures, 1 or 3
 * @param latentDimension the length of a latent
 * @param width the feature maps beside the picture; each halving of the resolution
 * doubles them
 * @param classes the number of labels, 0 for networks that take none
 */
public record Architecture(int imageSize, int channels, int latentDimension, int width, int classes) {

	/** Whether the networks take a label. */
	public boolean conditional() {
		return this.classes > 0;
	}

	/** The pictures that the generator draws. */
	public ImageShape imageShape() {
		return new ImageShape(this.imageSize, this.imageSize, this.channels, ValueRange.TANH);
	}

	/** How often the generator doubles the resolution. */
	int doublings() {
		return Integer.numberOfTrailingZeros(this.imageSize / innerSize());
	}

	/** The resolution that the generator starts at: 4, or 7 for pictures of 28 pixels. */
	int innerSize() {
		int odd = this.imageSize >> Integer.numberOfTrailingZeros(this.imageSize);
		return (odd == 1) ? 4 : odd;
	}

	/** The feature maps at the resolution that is reached by so many halvings. */
	int width(int halvings) {
		return this.width << (halvings - 1);
	}

	/** In one line, as model cards say it. */
	@Override
	public String toString() {
		return "DCGAN, %d px, channels %d, z %d, nf %d%s".formatted(this.imageSize, this.channels, this.latentDimension,
				this.width, conditional() ? ", classes " + this.classes : "");
	}

}
