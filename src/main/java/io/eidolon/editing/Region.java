package io.eidolon.editing;

import java.util.Arrays;

import io.eidolon.image.PictureDecoder;
import io.eidolon.image.PictureFile;
import io.eidolon.image.UnreadablePictureException;
import io.eidolon.modelcard.ModelCard.ImageShape;
import io.eidolon.serving.InvalidParameterException;

/** A part of a picture. */
public sealed interface Region {

	/**
	 * How much of each pixel belongs to it.
	 * @param shape the picture
	 * @param parameter what the client calls the constraint
	 * @return (height, width), each between 0 and 1, and at least one above 0
	 * @throws InvalidParameterException when it does not fit the picture
	 */
	float[] coverage(ImageShape shape, String parameter);

	/**
	 * A rectangle, in pixels.
	 *
	 * @param left the first column
	 * @param top the first row
	 * @param width how many columns
	 * @param height how many rows
	 */
	record Box(int left, int top, int width, int height) implements Region {

		@Override
		public float[] coverage(ImageShape shape, String parameter) {
			boolean inside = this.left >= 0 && this.top >= 0 && this.width >= 1 && this.height >= 1
					&& this.width <= shape.width() - this.left && this.height <= shape.height() - this.top;
			if (!inside) {
				throw new InvalidParameterException(parameter + ".box",
						"%s, %s, %s, %s".formatted(this.left, this.top, this.width, this.height),
						"left, top, width and height of a rectangle within %s x %s pixels".formatted(shape.width(),
								shape.height()));
			}
			float[] coverage = new float[shape.height() * shape.width()];
			for (int y = this.top; y < this.top + this.height; y++) {
				int row = y * shape.width() + this.left;
				Arrays.fill(coverage, row, row + this.width, 1);
			}
			return coverage;
		}

	}

	/**
	 * What is white in a picture; what shows through belongs to it in part.
	 *
	 * @param file the bytes of a PNG file, as large as the model's pictures
	 */
	record Mask(byte[] file) implements Region {

		@Override
		public float[] coverage(ImageShape shape, String parameter) {
			byte[] levels = levels(shape, parameter + ".mask");
			float[] coverage = new float[levels.length];
			boolean empty = true;
			for (int i = 0; i < levels.length; i++) {
				coverage[i] = (levels[i] & 0xFF) / 255f;
				empty &= levels[i] == 0;
			}
			if (empty) {
				throw new InvalidParameterException(parameter + ".mask", null,
						"white, and not transparent, in at least one pixel");
			}
			return coverage;
		}

		/** More than a model's pictures have. */
		private static final long MOST_PIXELS = 1L << 26;

		private byte[] levels(ImageShape shape, String parameter) {
			try {
				PictureFile picture = PictureFile.of(this.file, MOST_PIXELS);
				if (picture.width() != shape.width() || picture.height() != shape.height()) {
					throw new InvalidParameterException(parameter,
							"%s x %s pixels".formatted(picture.width(), picture.height()),
							"as large as the model's pictures, %s x %s pixels".formatted(shape.width(),
									shape.height()));
				}
				return picture.decode(PictureDecoder.overBlack(shape.width(), shape.height())).samples();
			}
			catch (UnreadablePictureException ex) {
				throw new InvalidParameterException(parameter, null, "a PNG file in base64; " + ex.getMessage());
			}
		}

	}

}
