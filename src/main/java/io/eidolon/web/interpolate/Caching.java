package io.eidolon.web.interpolate;

import io.eidolon.web.http.EntityTag;
import io.eidolon.web.http.Freshness;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;

/** Lets caches keep walks. */
final class Caching {

	private Caching() {
	}

	/** Adds the headers, with a strong entity tag where the answer is a file. */
	static ResponseEntity<Object> of(ResponseEntity<Object> answer, @Nullable String version) {
		ResponseEntity.BodyBuilder cached = ResponseEntity.status(answer.getStatusCode())
			.headers(answer.getHeaders())
			.cacheControl(Freshness.of(version));
		if (answer.getBody() instanceof byte[] file) {
			cached.eTag(EntityTag.ofContent(file));
		}
		return cached.body(answer.getBody());
	}

}
