package io.eidolon.image;

/**
 * A format that leaves out what is hardly seen, as much of it as is asked for.
 *
 * @param format JPEG or WebP
 * @param quality from 0 for the smallest file to 100 for the best picture
 */
public record LossyEncoding(StillFormat format, int quality) implements PictureEncoding {

	/**
	 * Creates an encoding.
	 * @throws IllegalArgumentException when the format is never lossy, or the quality out
	 * of range
	 */
	public LossyEncoding {
		if (format == StillFormat.PNG || quality < 0 || quality > 100) {
			throw new IllegalArgumentException(
					"quality (%s) of %s must be from 0 to 100, of jpeg or webp".formatted(quality, format.extension()));
		}
	}

	@Override
	public String mediaType() {
		return this.format.mediaType();
	}

	@Override
	public String extension() {
		return this.format.extension();
	}

	@Override
	public byte[] encode(Picture picture, Metadata metadata) {
		picture.requireSides(extension(), this.format.maxSide());
		return (this.format == StillFormat.JPEG) ? JpegEncoder.encode(picture, this.quality, metadata.xmp())
				: WebpEncoder.lossy(picture, this.quality, metadata.xmp());
	}

}
