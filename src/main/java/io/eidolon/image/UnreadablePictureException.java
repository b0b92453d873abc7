package io.eidolon.image;

import org.jspecify.annotations.Nullable;

/** Says why a file cannot be read as a picture. */
public final class UnreadablePictureException extends RuntimeException {

	UnreadablePictureException(String reason) {
		this(reason, null);
	}

	private UnreadablePictureException(String reason, @Nullable Throwable cause) {
		super(reason, cause);
	}

	static UnreadablePictureException broken(@Nullable Throwable cause) {
		return new UnreadablePictureException("the file is broken", cause);
	}

	static UnreadablePictureException truncated() {
		return new UnreadablePictureException("the file is cut off");
	}

}
