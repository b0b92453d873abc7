package io.eidolon.search;

import io.eidolon.image.Picture;
import io.eidolon.image.StillFormat;
import io.eidolon.inference.plan.Levels;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.modelcard.ModelCard.ImageShape;
import io.eidolon.serving.Condition;
import io.eidolon.serving.ImageEncoder;
import io.eidolon.serving.ImageOrigin;
import io.eidolon.serving.RequestContext;

/**
 * Encodes the images of one answer.
 *
 * @param request who waits for them
 * @param card the model that they are of
 * @param format how they are encoded
 * @param scale the factor to enlarge by
 * @param encoder encodes them
 */
public record ResultEncoder(RequestContext request, ModelCard card, StillFormat format, int scale,
		ImageEncoder encoder) {

	/** Encodes the best image of a candidate. */
	public byte[] encode(Candidate candidate) {
		return encode(new Levels(this.card.image()).samples(candidate.image(), 0), candidate.condition());
	}

	/**
	 * Encodes an image.
	 * @param samples (height, width, channels)
	 */
	public byte[] encode(byte[] samples, Condition condition) {
		ImageShape shape = this.card.image();
		Picture picture = new Picture(shape.width(), shape.height(), shape.channels(), samples);
		long pixels = (long) shape.width() * shape.height() * this.scale * this.scale;
		return this.request.compute(pixels, () -> this.encoder.still(this.request,
				ImageOrigin.found(this.card, condition), this.format, picture.scale(this.scale)));
	}

}
