package io.eidolon.web.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

import io.eidolon.modelcard.Sha256;

/**
 * A key of which only the digest is known.
 *
 * @param sha256 the SHA-256 digest of the key in hexadecimal digits
 * @param caller who has it
 */
record ApiKey(String sha256, Caller caller) {

	/** What new keys begin with, so that scanners of repositories know them. */
	private static final String PREFIX = "eidolon_";

	private static final int RANDOM_BYTES = 32;

	/** Makes a key that nobody can guess. */
	static String random(SecureRandom random) {
		byte[] bytes = new byte[RANDOM_BYTES];
		random.nextBytes(bytes);
		return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	/** The digest of a key, as files of keys hold it. */
	static String digest(String key) {
		return Sha256.hex(key);
	}

	/**
	 * Whether a digest is that of this key, in a time that does not tell how much of it
	 * is.
	 * @param digest its hexadecimal digits in ASCII
	 */
	boolean has(byte[] digest) {
		return MessageDigest.isEqual(this.sha256.getBytes(StandardCharsets.US_ASCII), digest);
	}

}
