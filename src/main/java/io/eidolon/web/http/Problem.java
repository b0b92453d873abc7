package io.eidolon.web.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import org.springframework.http.ProblemDetail;

/** Writes problem details (RFC 9457). */
final class Problem {

	private static final int LONGEST_VALUE = 100;

	private static final int LONGEST_DETAIL = 1000;

	// The kind of a problem that its status says all of (RFC 9457, section 4.2.1).
	private static final URI ABOUT_BLANK = URI.create("about:blank");

	private Problem() {
	}

	static ProblemDetail of(ProblemType type, String detail) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(type.status(), printable(detail, LONGEST_DETAIL));
		problem.setType(type.uri());
		problem.setTitle(type.title());
		return problem;
	}

	static ProblemDetail ofField(ProblemType type, String field, @Nullable Object value, String allowed) {
		return ofField(type, field, value, allowed, "%s must be %s"
			.formatted((value != null) ? "%s (%s)".formatted(field, shortened(value)) : field, allowed));
	}

	static ProblemDetail ofField(ProblemType type, String field, @Nullable Object value, String allowed,
			String detail) {
		ProblemDetail problem = of(type, detail);
		problem.setProperty("field", printable(field, LONGEST_VALUE));
		if (value != null) {
			problem.setProperty("value", shortened(value));
		}
		problem.setProperty("allowed", printable(allowed, LONGEST_DETAIL));
		return problem;
	}

	/** Makes a problem of the framework's fit to be sent. */
	static void complete(ProblemDetail problem) {
		if (problem.getType() == null) {
			problem.setType(ABOUT_BLANK);
		}
		if (problem.getDetail() != null) {
			problem.setDetail(printable(problem.getDetail(), LONGEST_DETAIL));
		}
	}

	private static Object shortened(Object value) {
		String text = printable(value.toString(), LONGEST_VALUE);
		return (value instanceof Number && text.equals(value.toString())) ? value : text;
	}

	/**
	 * Returns text that came from outside as text that can be sent: short, and without
	 * the halves of characters that JSON escapes can spell but UTF-8 cannot.
	 */
	static String printable(String text, int longest) {
		String shown = (text.length() <= longest) ? text : text.substring(0, longest) + "...";
		return new String(shown.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
	}

}
