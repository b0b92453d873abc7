package io.eidolon.image;

/** How a single picture becomes a file. */
public sealed interface PictureEncoding permits StillFormat, LossyEncoding {

	/** The media type, such as {@code image/png}. */
	String mediaType();

	/**
	 * Encodes a picture.
	 * @throws IllegalArgumentException when a side is longer than the format allows
	 */
	byte[] encode(Picture picture, Metadata metadata);

	/** The file name extension without its dot. */
	String extension();

}
