package io.eidolon.web.http;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** Says beside an answer what its client should know of the request. */
public final class WarningHeader {

	/** The name of the header. */
	public static final String NAME = "Eidolon-Warning";

	private WarningHeader() {
	}

	/** Returns the same answer with its warnings. */
	public static ResponseEntity<Object> on(ResponseEntity<Object> answer, List<String> warnings) {
		return warnings.isEmpty() ? answer
				: ResponseEntity.status(answer.getStatusCode())
					.headers(answer.getHeaders())
					.headers(of(warnings))
					.body(answer.getBody());
	}

	/** Returns the headers of warnings, none without any. */
	public static HttpHeaders of(List<String> warnings) {
		HttpHeaders headers = new HttpHeaders();
		warnings.forEach((warning) -> headers.add(NAME, ascii(warning)));
		return headers;
	}

	// A header has no other characters; what they are replaced with is still readable.
	private static String ascii(String text) {
		return new String(text.getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII);
	}

}
