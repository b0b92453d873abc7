package io.eidolon.web.models;

import org.jspecify.annotations.Nullable;

import org.springframework.http.ETag;
import org.springframework.http.HttpHeaders;

/**
 * What becomes of a request that asks for an entity only under a condition (RFC 9110,
 * section 13.2.2).
 */
enum Precondition {

	/** The entity is sent. */
	MET,

	/** The client has it already. */
	NOT_MODIFIED,

	/** The client wants another one than there is. */
	FAILED;

	/**
	 * Evaluates the conditions of a request.
	 * @param tag the strong tag of the entity
	 */
	static Precondition of(HttpHeaders headers, String tag) {
		String wanted = headers.getFirst(HttpHeaders.IF_MATCH);
		if (wanted != null && !names(headers, HttpHeaders.IF_MATCH, tag, true)) {
			return FAILED;
		}
		return names(headers, HttpHeaders.IF_NONE_MATCH, tag, false) ? NOT_MODIFIED : MET;
	}

	private static boolean names(HttpHeaders headers, String header, String tag, boolean strongly) {
		@Nullable String list = (headers.get(header) != null) ? String.join(",", headers.getOrEmpty(header)) : null;
		ETag entity = ETag.create(tag);
		return list != null
				&& ETag.parse(list).stream().anyMatch((one) -> one.isWildcard() || one.compare(entity, strongly));
	}

}
