package io.eidolon.web.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.util.unit.DataSize;

/**
 * An answer that says what went wrong (RFC 9457).
 *
 * @param detail its body
 * @param headers its headers
 */
public record Problem(ProblemDetail detail, HttpHeaders headers) {

	private static final int LONGEST_VALUE = 100;

	private static final int LONGEST_DETAIL = 1000;

	private static final long LONGEST_RETRY_SECONDS = 60;

	private static final long NANOS_PER_SECOND = 1_000_000_000;

	// The kind of a problem that its status says all of (RFC 9457, section 4.2.1).
	private static final URI ABOUT_BLANK = URI.create("about:blank");

	private Problem(ProblemDetail detail) {
		this(detail, new HttpHeaders());
	}

	/** Creates a problem of a kind of this service's own. */
	public static Problem of(ProblemType type, @Nullable String detail) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(type.status(),
				printable(String.valueOf(detail), LONGEST_DETAIL));
		problem.setType(type.uri());
		problem.setTitle(type.title());
		return new Problem(problem);
	}

	/** Creates a problem of one field, its value and what it may be. */
	public static Problem ofField(ProblemType type, String field, @Nullable Object value, String allowed) {
		return ofField(type, field, value, allowed, "%s must be %s"
			.formatted((value != null) ? "%s (%s)".formatted(field, shortened(value)) : field, allowed));
	}

	/** Creates a problem of one field, its value and what it may be, told in words. */
	static Problem ofField(ProblemType type, String field, @Nullable Object value, String allowed, String detail) {
		Problem problem = of(type, detail).with("field", printable(field, LONGEST_VALUE));
		if (value != null) {
			problem.with("value", shortened(value));
		}
		return problem.with("allowed", printable(allowed, LONGEST_DETAIL));
	}

	/** A body is larger than is read. */
	public static Problem tooLarge(DataSize limit) {
		return tooLarge("of at most %s bytes".formatted(limit.toBytes()));
	}

	/**
	 * The body is larger than is read.
	 * @param allowed what it may be, as it reads after "must be"
	 */
	public static Problem tooLarge(String allowed) {
		return ofField(ProblemType.BODY_TOO_LARGE, "body", null, allowed);
	}

	/** What went wrong is for the operator to know. */
	static Problem failed() {
		return new Problem(ProblemDetail.forStatusAndDetail(HttpStatus.INTERNAL_SERVER_ERROR,
				"The service failed; its log says why"));
	}

	/** Adds a property. */
	public Problem with(String property, @Nullable Object value) {
		this.detail.setProperty(property, value);
		return this;
	}

	/** Says that the same request may succeed in a moment. */
	public Problem retryLater() {
		return retryAfter(Duration.ofSeconds(1));
	}

	/** Says that the same request may succeed after a time. */
	public Problem retryAfter(Duration time) {
		long seconds = Math.clamp(time.plusNanos(NANOS_PER_SECOND - 1).toSeconds(), 1, LONGEST_RETRY_SECONDS);
		this.headers.set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
		return this;
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
