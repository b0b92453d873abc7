package io.eidolon.image;

import io.eidolon.image.png.PngEncoder;

/**
 * The formats of a single picture. Encoding keeps no state: any number of threads may
 * encode at once.
 */
public enum StillFormat implements PictureEncoding {

	/** Lossless; carries all metadata. */
	PNG("image/png", "png", Integer.MAX_VALUE) {

		@Override
		byte[] write(Picture picture, Metadata metadata) {
			return PngEncoder.still(picture.png(), metadata.entries(), metadata.xmp());
		}

	},

	/**
	 * Lossy at quality 0.9 with colour at full resolution; carries the source of the
	 * picture.
	 */
	JPEG("image/jpeg", "jpg", 65_500) {

		@Override
		byte[] write(Picture picture, Metadata metadata) {
			return JpegEncoder.encode(picture, JpegEncoder.QUALITY, metadata.xmp());
		}

	},

	/** Lossless; carries the source of the picture. */
	WEBP("image/webp", "webp", WebpEncoder.MAX_SIDE) {

		@Override
		byte[] write(Picture picture, Metadata metadata) {
			return WebpEncoder.encode(picture, metadata.xmp());
		}

	};

	private final String mediaType;

	private final String extension;

	private final int maxSide;

	StillFormat(String mediaType, String extension, int maxSide) {
		this.mediaType = mediaType;
		this.extension = extension;
		this.maxSide = maxSide;
	}

	@Override
	public String mediaType() {
		return this.mediaType;
	}

	@Override
	public String extension() {
		return this.extension;
	}

	/** The most pixels that a side may have. */
	public int maxSide() {
		return this.maxSide;
	}

	@Override
	public byte[] encode(Picture picture, Metadata metadata) {
		picture.requireSides(this.extension, this.maxSide);
		return write(picture, metadata);
	}

	abstract byte[] write(Picture picture, Metadata metadata);

}
