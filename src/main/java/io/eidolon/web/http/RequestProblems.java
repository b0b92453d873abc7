package io.eidolon.web.http;

import java.math.BigDecimal;

import io.eidolon.serving.InvalidParameterException;
import io.eidolon.serving.RequestTimeoutException;
import io.eidolon.serving.ServiceBusyException;
import io.eidolon.web.http.QueryRules.RepeatedParameterException;
import io.eidolon.web.http.QueryRules.UnknownParameterException;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Says what ends any request: what it asks for, its size, its time, or the others. */
class RequestProblems implements ProblemMapping {

	private static final ProblemType MALFORMED_QUERY = new ProblemType(HttpStatus.BAD_REQUEST, "Malformed query");

	private static final ProblemType UNKNOWN_PARAMETER = new ProblemType(HttpStatus.BAD_REQUEST, "Unknown parameter");

	private static final ProblemType UNSUPPORTED_ENCODING = new ProblemType(HttpStatus.UNSUPPORTED_MEDIA_TYPE,
			"Unsupported encoding");

	private static final ProblemType BUSY = new ProblemType(HttpStatus.SERVICE_UNAVAILABLE, "Busy");

	private static final ProblemType TIMEOUT = new ProblemType(HttpStatus.GATEWAY_TIMEOUT, "Timeout");

	private final RequestTimeout timeout;

	RequestProblems(WebProperties properties) {
		this.timeout = new RequestTimeout(properties);
	}

	@Override
	public @Nullable Problem of(Exception ex) {
		return switch (ex) {
			case InvalidParameterException invalid ->
				Problem.ofField(ProblemType.INVALID_PARAMETER, invalid.parameter(), invalid.value(), invalid.allowed());
			case UnknownParameterException unknown ->
				Problem.ofField(UNKNOWN_PARAMETER, unknown.parameter(), null, unknown.allowed(),
						"%s is not known; it must be %s".formatted(unknown.parameter(), unknown.allowed()));
			case RepeatedParameterException repeated ->
				Problem.ofField(ProblemType.INVALID_PARAMETER, repeated.parameter(), repeated.values(), "given once");
			case EncodedBodyException encoded -> encoded(encoded);
			case BodyTooLargeException large -> Problem.tooLarge(large.limit());
			case ServiceBusyException busy -> Problem.of(BUSY, busy.getMessage()).retryAfter(busy.retryAfter());
			case RequestTimeoutException late -> late(late);
			case org.apache.tomcat.util.http.InvalidParameterException _ ->
				Problem.of(MALFORMED_QUERY, "The query cannot be read; it must be percent-encoded UTF-8");
			default -> null;
		};
	}

	private static Problem encoded(EncodedBodyException ex) {
		Problem problem = Problem.ofField(UNSUPPORTED_ENCODING, HttpHeaders.CONTENT_ENCODING, ex.encoding(),
				"left out, as bodies are read as they are");
		problem.headers().set(HttpHeaders.ACCEPT_ENCODING, EncodingRule.IDENTITY);
		return problem;
	}

	private Problem late(RequestTimeoutException ex) {
		BigDecimal seconds = RequestTimeout.seconds(ex.timeout());
		return Problem.ofField(TIMEOUT, RequestTimeout.HEADER, seconds, this.timeout.allowed(),
				"The answer was not ready within %s s; ask for less, or again later"
					.formatted(seconds.toPlainString()));
	}

}
