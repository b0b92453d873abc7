package io.eidolon.search;

import io.eidolon.image.Picture;
import io.eidolon.image.StillFormat;
import io.eidolon.inference.plan.Levels;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.modelcard.ModelCard.ImageShape;
import io.eidolon.serving.ImageEncoder;
import io.eidolon.serving.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * Encodes the pictures of one answer.
 *
 * @param card the model that draws them
 * @param format how they are encoded
 * @param scale the factor to enlarge by
 * @param encoder encodes them
 * @param provenance what is written into them
 */
public record Pictures(ModelCard card, StillFormat format, int scale, ImageEncoder encoder, Provenance provenance) {

	/**
	 * Encodes a picture.
	 * @param image in the generator's range, (channels, height, width)
	 */
	public byte[] encode(float[] image, int label) {
		return encode(new Levels(this.card.image()).samples(image, 0), label);
	}

	/**
	 * Encodes a picture.
	 * @param samples (height, width, channels)
	 */
	public byte[] encode(byte[] samples, int label) {
		ImageShape shape = this.card.image();
		Picture picture = new Picture(shape.width(), shape.height(), shape.channels(), samples);
		return this.encoder.still(this.card, this.format, picture.scale(this.scale),
				this.provenance.of(this.card, label(label)));
	}

	/** The name of a class, null when the model takes no label. */
	public @Nullable String label(int label) {
		return this.card.conditional() ? this.card.classes().get(label) : null;
	}

}
