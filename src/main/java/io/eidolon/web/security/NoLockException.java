package io.eidolon.web.security;

/** The service must be locked, and is not. */
final class NoLockException extends RuntimeException {

	NoLockException() {
		super("eidolon.security.required is true, and nothing locks the service: set eidolon.security.keys to a file "
				+ "of keys, which the command key makes, or eidolon.security.tokens.issuer, or "
				+ "eidolon.security.required=false to let anybody in");
	}

}
