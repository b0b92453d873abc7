package io.eidolon.web.interpolate;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;

/**
 * Lets caches keep walks. While a URL names no version, a model may be replaced behind
 * it.
 */
final class Caching {

	private static final CacheControl WHILE_SERVED = CacheControl.maxAge(Duration.ofDays(7)).cachePublic();

	private static final CacheControl FOR_EVER = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

	private static final int BYTES = 16;

	private Caching() {
	}

	/** Adds the headers, with a strong entity tag where the answer is a file. */
	static ResponseEntity<Object> of(ResponseEntity<Object> answer, @Nullable String version) {
		ResponseEntity.BodyBuilder cached = ResponseEntity.status(answer.getStatusCode())
			.headers(answer.getHeaders())
			.cacheControl((version != null) ? FOR_EVER : WHILE_SERVED);
		if (answer.getBody() instanceof byte[] file) {
			cached.eTag(tag(file));
		}
		return cached.body(answer.getBody());
	}

	private static String tag(byte[] file) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(file);
			return '"' + HexFormat.of().formatHex(digest, 0, BYTES) + '"';
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
