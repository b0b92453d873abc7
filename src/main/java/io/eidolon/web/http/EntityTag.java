package io.eidolon.web.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

import io.eidolon.modelcard.Sha256;
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
		return '"' + HexFormat.of().formatHex(Sha256.newDigest().digest(content), 0, BYTES) + '"';
	}

}
