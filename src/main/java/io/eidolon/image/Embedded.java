package io.eidolon.image;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What a file says about its picture.
 *
 * @param exif a TIFF with what the camera knew, null when there is none
 * @param profile an ICC profile, null when there is none
 */
record Embedded(byte @Nullable [] exif, byte @Nullable [] profile) {

	static final Embedded NOTHING = new Embedded(null, null);

	/** How the camera was held. */
	Orientation orientation() {
		return (this.exif != null) ? OrientationTag.read(this.exif) : Orientation.UPRIGHT;
	}

	/** What colours mean, empty for sRGB. */
	Optional<ColourProfile> colours() {
		return (this.profile != null) ? ColourProfile.of(this.profile) : Optional.empty();
	}

}
