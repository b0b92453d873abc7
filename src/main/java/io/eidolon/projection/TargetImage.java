package io.eidolon.projection;

import java.util.Arrays;
import java.util.Map;

import io.eidolon.graph.gradient.Loss;
import io.eidolon.image.Picture;
import io.eidolon.image.PictureDecoder;
import io.eidolon.image.PictureFile;
import io.eidolon.image.UnreadablePictureException;
import io.eidolon.modelcard.ModelCard.ImageShape;
import io.eidolon.serving.InvalidParameterException;
import io.eidolon.serving.RequestContext;
import io.eidolon.serving.ServingProperties;

/**
 * The image that a model is to generate: upright, its centre cropped to the model's
 * proportions, in the model's size and colours.
 *
 * @param picture its pixels
 * @param image the image in the generator's range, (channels, height, width)
 */
record TargetImage(Picture picture, float[] image) {

	/**
	 * Reads a file.
	 * @param most pixels that a picture may have
	 * @param context the request
	 * @throws InvalidParameterException when it is no picture, or too large a one
	 */
	static TargetImage read(byte[] bytes, ImageShape shape, long most, RequestContext context) {
		try {
			PictureFile file = PictureFile.of(bytes, most);
			PictureDecoder decoder = PictureDecoder.overWhite(shape.width(), shape.height(), shape.channels());
			long memory = Math.ceilDiv(file.memory(decoder), ServingProperties.BYTES_PER_PIXEL);
			if (memory > context.mostPixels()) {
				throw new InvalidParameterException("picture", "%s x %s pixels".formatted(file.width(), file.height()),
						"a smaller one: it takes %s bytes to decode it, of at most %s".formatted(file.memory(decoder),
								context.mostPixels() * ServingProperties.BYTES_PER_PIXEL));
			}
			try (RequestContext.Reservation _ = context.reserve(memory)) {
				return context.compute(file.pixels(), (cancelled) -> of(file.decode(decoder, cancelled), shape));
			}
		}
		catch (UnreadablePictureException ex) {
			throw new InvalidParameterException("picture", null,
					"a %s file; ".formatted(PictureFile.FORMATS) + ex.getMessage());
		}
	}

	private static TargetImage of(Picture picture, ImageShape shape) {
		int plane = shape.width() * shape.height();
		float[] image = new float[shape.channels() * plane];
		float width = shape.range().maximum() - shape.range().minimum();
		for (int i = 0; i < image.length; i++) {
			int level = picture.samples()[i % plane * shape.channels() + i / plane] & 0xFF;
			image[i] = shape.range().minimum() + level / 255f * width;
		}
		return new TargetImage(picture, image);
	}

	/** The inputs of the loss, which ask images to be like it. */
	Map<String, float[]> asked() {
		float[] everywhere = new float[this.picture.width() * this.picture.height()];
		Arrays.fill(everywhere, 1);
		return Map.of(Loss.TARGET, this.image, Loss.MASK, everywhere);
	}

}
