package io.eidolon.web.models;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/** Strong entity tags, known before their entity is made (RFC 9110, section 8.8.3). */
final class EntityTag {

	private static final int BYTES = 16;

	private EntityTag() {
	}

	/** Returns the tag of an entity that depends on these properties alone. */
	static String of(@Nullable Object... properties) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256")
				.digest(Arrays.toString(properties).getBytes(StandardCharsets.UTF_8));
			return '"' + HexFormat.of().formatHex(digest, 0, BYTES) + '"';
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
