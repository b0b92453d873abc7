package io.eidolon.web.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/** Strong entity tags (RFC 9110, section 8.8.3). */
public final class EntityTag {

	private static final int BYTES = 16;

	private EntityTag() {
	}

	/**
	 * Returns the tag of an entity that depends on these properties alone, which is known
	 * before the entity is made.
	 */
	public static String of(@Nullable Object... properties) {
		return ofContent(Arrays.toString(properties).getBytes(StandardCharsets.UTF_8));
	}

	/** Returns the tag of an entity that is there. */
	public static String ofContent(byte[] content) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
			return '"' + HexFormat.of().formatHex(digest, 0, BYTES) + '"';
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
