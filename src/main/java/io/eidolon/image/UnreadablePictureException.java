package io.eidolon.image;

import org.jspecify.annotations.Nullable;

/** Says why a file cannot be read as a picture. */
public final class UnreadablePictureException extends RuntimeException {

	UnreadablePictureException(String reason) {
		this(reason, null);
	}

	UnreadablePictureException(String reason, @Nullable Throwable cause) {
		super(reason, cause);
	}

}
