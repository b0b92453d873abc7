package io.eidolon.image;

import java.util.Optional;

/** The library that JPEG is best written with. */
public final class JpegLibrary {

	private JpegLibrary() {
	}

	/**
	 * What JPEG is written with instead, and what to do about it; empty where the library
	 * is installed.
	 */
	public static Optional<String> advice() {
		return advice(TurboJpeg.isInstalled());
	}

	static Optional<String> advice(boolean installed) {
		return installed ? Optional.empty() : Optional
			.of("libturbojpeg is not installed: Eidolon's own encoder writes JPEG, which takes about twice as long. "
					+ "Install libjpeg-turbo (libturbojpeg0 on Debian, libturbojpeg on Ubuntu) to have it written faster");
	}

}
