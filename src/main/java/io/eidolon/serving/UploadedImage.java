package io.eidolon.serving;

import java.util.function.BiFunction;

import io.eidolon.image.Picture;
import io.eidolon.image.PictureDecoder;
import io.eidolon.image.PictureFile;
import io.eidolon.image.UnreadablePictureException;
import io.eidolon.modelcard.ImagePlanes;
import io.eidolon.modelcard.ModelCard.ImageShape;

/**
 * An image that came with a request, as a network takes it: upright, its centre cropped
 * to the proportions that are wanted, in their size and colours.
 *
 * @param picture its pixels
 * @param image the image in the range that is wanted, (channels, height, width)
 * @param fileWidth pixels of a row of what came
 * @param fileHeight pixels of a column of what came
 */
public record UploadedImage(Picture picture, float[] image, int fileWidth, int fileHeight) {

	private static final float LEVELS = 255;

	/**
	 * Reads a file.
	 * @param parameter what errors call it
	 * @param most pixels that a picture may have
	 * @param context the request
	 * @throws InvalidParameterException when it is no picture, or too large a one
	 */
	public static UploadedImage read(String parameter, byte[] bytes, ImageShape shape, long most,
			RequestContext context) {
		return decode(parameter, bytes, most, context,
				PictureDecoder.overWhite(shape.width(), shape.height(), shape.channels()),
				(file, picture) -> of(file, picture, shape));
	}

	/**
	 * Reads a mask of this image, from a file with as many pixels.
	 * @param parameter what errors call it
	 * @return how opaque each pixel is, (height, width), between 0 and 1
	 * @throws InvalidParameterException when it is no picture, one of another size, or
	 * opaque everywhere
	 */
	public float[] mask(String parameter, byte[] bytes, RequestContext context) {
		return decode(parameter, bytes, (long) this.fileWidth * this.fileHeight, context,
				PictureDecoder.opacity(this.picture.width(), this.picture.height()), (mask, opacity) -> {
					if (mask.width() != this.fileWidth || mask.height() != this.fileHeight) {
						throw new InvalidParameterException(parameter,
								"%s x %s pixels".formatted(mask.width(), mask.height()),
								"as large as its picture, %s x %s pixels".formatted(this.fileWidth, this.fileHeight));
					}
					float[] opaque = new float[opacity.samples().length];
					boolean everywhere = true;
					for (int i = 0; i < opaque.length; i++) {
						opaque[i] = (opacity.samples()[i] & 0xFF) / LEVELS;
						everywhere &= opaque[i] == 1;
					}
					if (everywhere) {
						throw new InvalidParameterException(parameter, null,
								"transparent where the picture is to be made anew");
					}
					return opaque;
				});
	}

	private static <T> T decode(String parameter, byte[] bytes, long most, RequestContext context,
			PictureDecoder decoder, BiFunction<PictureFile, Picture, T> decoded) {
		try {
			// A reader that passes over parts of a file cannot be ended, only be left
			// alone
			PictureFile file = context.compute(bytes.length, (_) -> PictureFile.of(bytes, most));
			long memory = Math.ceilDiv(file.memory(decoder), ServingProperties.BYTES_PER_PIXEL);
			if (memory > context.mostPixels()) {
				throw new InvalidParameterException(parameter, "%s x %s pixels".formatted(file.width(), file.height()),
						"a smaller one: it takes %s bytes to decode it, of at most %s".formatted(file.memory(decoder),
								context.mostPixels() * ServingProperties.BYTES_PER_PIXEL));
			}
			try (RequestContext.Reservation _ = context.reserve(memory)) {
				context.spend(file.pixels());
				return context.compute(file.pixels(),
						(cancelled) -> decoded.apply(file, file.decode(decoder, cancelled)));
			}
		}
		catch (UnreadablePictureException ex) {
			throw new InvalidParameterException(parameter, null,
					"a %s file; ".formatted(PictureFile.FORMATS) + ex.getMessage());
		}
	}

	private static UploadedImage of(PictureFile file, Picture picture, ImageShape shape) {
		return new UploadedImage(picture, ImagePlanes.of(picture.samples(), shape), file.width(), file.height());
	}

}
