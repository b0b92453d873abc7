package io.eidolon.serving;

import io.eidolon.image.Picture;
import io.eidolon.image.PictureDecoder;
import io.eidolon.image.PictureFile;
import io.eidolon.image.UnreadablePictureException;
import io.eidolon.modelcard.ModelCard.ImageShape;

/**
 * An image that came with a request, as a network takes it: upright, its centre cropped
 * to the proportions that are wanted, in their size and colours.
 *
 * @param picture its pixels
 * @param image the image in the range that is wanted, (channels, height, width)
 */
public record UploadedImage(Picture picture, float[] image) {

	/**
	 * Reads a file.
	 * @param parameter what errors call it
	 * @param most pixels that a picture may have
	 * @param context the request
	 * @throws InvalidParameterException when it is no picture, or too large a one
	 */
	public static UploadedImage read(String parameter, byte[] bytes, ImageShape shape, long most,
			RequestContext context) {
		try {
			// A reader that passes over the parts of a large file cannot be ended; only
			// its
			// thread can be left to it.
			PictureFile file = context.compute(bytes.length, (_) -> PictureFile.of(bytes, most));
			PictureDecoder decoder = PictureDecoder.overWhite(shape.width(), shape.height(), shape.channels());
			long memory = Math.ceilDiv(file.memory(decoder), ServingProperties.BYTES_PER_PIXEL);
			if (memory > context.mostPixels()) {
				throw new InvalidParameterException(parameter, "%s x %s pixels".formatted(file.width(), file.height()),
						"a smaller one: it takes %s bytes to decode it, of at most %s".formatted(file.memory(decoder),
								context.mostPixels() * ServingProperties.BYTES_PER_PIXEL));
			}
			try (RequestContext.Reservation _ = context.reserve(memory)) {
				return context.compute(file.pixels(), (cancelled) -> of(file.decode(decoder, cancelled), shape));
			}
		}
		catch (UnreadablePictureException ex) {
			throw new InvalidParameterException(parameter, null,
					"a %s file; ".formatted(PictureFile.FORMATS) + ex.getMessage());
		}
	}

	private static UploadedImage of(Picture picture, ImageShape shape) {
		int plane = shape.width() * shape.height();
		float[] image = new float[shape.channels() * plane];
		float width = shape.range().maximum() - shape.range().minimum();
		for (int i = 0; i < image.length; i++) {
			int level = picture.samples()[i % plane * shape.channels() + i / plane] & 0xFF;
			image[i] = shape.range().minimum() + level / 255f * width;
		}
		return new UploadedImage(picture, image);
	}

}
