package io.eidolon.image;

import java.time.Duration;
import java.util.List;

import io.eidolon.image.png.PngEncoder;

/**
 * The formats of an animation. Encoding keeps no state: any number of threads may encode
 * at once.
 */
public enum AnimationFormat {

	/**
	 * A palette of up to 256 colours for each frame, frame times rounded to hundredths of
	 * a second; carries the source of the pictures. Browsers slow frames of less than two
	 * hundredths down to ten.
	 */
	GIF("image/gif", "gif", 65_535) {

		@Override
		byte[] write(Animation animation, Metadata metadata, Parts parts) {
			byte[] file = GifEncoder.encode(animation, parts);
			byte[] xmp = metadata.xmp();
			return (xmp.length > 0) ? XmpPlacement.inGif(file, xmp) : file;
		}

	},

	/** Lossless; carries all metadata. */
	APNG("image/apng", "apng", Integer.MAX_VALUE) {

		@Override
		byte[] write(Animation animation, Metadata metadata, Parts parts) {
			return PngEncoder.animation(animation.frames().stream().map(Picture::png).toList(), animation.frameMillis(),
					animation.loop(), metadata.entries(), metadata.xmp(), parts::run);
		}

	},

	/** Lossless; carries the source of the pictures. */
	WEBP("image/webp", "webp", WebpEncoder.MAX_SIDE) {

		@Override
		byte[] write(Animation animation, Metadata metadata, Parts parts) {
			return WebpEncoder.encode(animation, metadata.xmp(), parts);
		}

	};

	private final String mediaType;

	private final String extension;

	private final int maxSide;

	AnimationFormat(String mediaType, String extension, int maxSide) {
		this.mediaType = mediaType;
		this.extension = extension;
		this.maxSide = maxSide;
	}

	/** The media type, such as {@code image/gif}. */
	public String mediaType() {
		return this.mediaType;
	}

	/** The file name extension without its dot. */
	public String extension() {
		return this.extension;
	}

	/** The most pixels that a side may have. */
	public int maxSide() {
		return this.maxSide;
	}

	/**
	 * Encodes frames that are shown one after the other.
	 * @param frames at least one, all of one shape
	 * @param frameTime how long each frame is shown, between 10 ms and 60 s
	 * @param loop whether to go on for ever, or else to stop at the last frame
	 * @throws IllegalArgumentException when there is no frame, when frames differ in
	 * shape, when a side is longer than the format allows, or when the frame time is out
	 * of range
	 */
	public byte[] encode(List<Picture> frames, Duration frameTime, boolean loop, Metadata metadata) {
		return encode(frames, frameTime, loop, metadata, Parts.AT_ONCE);
	}

	/**
	 * Encodes frames that are shown one after the other, in parts.
	 * @param frames at least one, all of one shape
	 * @param frameTime how long each frame is shown, between 10 ms and 60 s
	 * @param loop whether to go on for ever, or else to stop at the last frame
	 * @param parts runs what takes a while for each frame
	 * @throws IllegalArgumentException when there is no frame, when frames differ in
	 * shape, when a side is longer than the format allows, or when the frame time is out
	 * of range
	 */
	public byte[] encode(List<Picture> frames, Duration frameTime, boolean loop, Metadata metadata, Parts parts) {
		Animation animation = new Animation(frames, frameTime, loop);
		animation.first().requireSides(this.extension, this.maxSide);
		return write(animation, metadata, parts);
	}

	abstract byte[] write(Animation animation, Metadata metadata, Parts parts);

}
