package io.eidolon.web.http;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

import io.eidolon.inference.gradient.ModelChangedException;
import io.eidolon.inference.gradient.NoGradientException;
import io.eidolon.registry.ModelUnavailableException;
import io.eidolon.registry.NoModelException;
import io.eidolon.registry.UnknownModelException;
import io.eidolon.registry.UnknownVersionException;
import io.eidolon.serving.ClientGoneException;
import io.eidolon.serving.InvalidParameterException;
import io.eidolon.serving.RequestTimeoutException;
import io.eidolon.serving.ServiceBusyException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.TypeMismatchException;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.util.DisconnectedClientHelper;

/** Answers with problem details (RFC 9457) whenever there is nothing else to answer. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

	private static final Log log = LogFactory.getLog(Problems.class);

	private static final String RETRY_AFTER_SECONDS = "1";

	private static final int CLIENT_CLOSED_REQUEST = 499;

	private final RequestTimeout timeout;

	private final Counter abandoned;

	Problems(WebProperties properties, MeterRegistry meters) {
		this.timeout = new RequestTimeout(properties);
		this.abandoned = Counter.builder("eidolon.requests.abandoned")
			.description("Requests whose client closed its connection before it had an answer")
			.register(meters);
	}

	@ExceptionHandler
	@Nullable ResponseEntity<Object> invalid(InvalidParameterException ex, WebRequest request) {
		return answer(ex, Problem.ofField(ProblemType.INVALID_PARAMETER, ex.parameter(), ex.value(), ex.allowed()),
				request);
	}

	@ExceptionHandler
	@Nullable ResponseEntity<Object> unknownModel(UnknownModelException ex, WebRequest request) {
		if (ex.known().isEmpty()) {
			return answer(ex, noModel(), request);
		}
		return answer(ex, Problem.ofField(ProblemType.UNKNOWN_MODEL, "model", ex.name(),
				"one of " + String.join(", ", ex.known())), request);
	}

	@ExceptionHandler
	@Nullable ResponseEntity<Object> unknownVersion(UnknownVersionException ex, WebRequest request) {
		return answer(ex, Problem.ofField(ProblemType.UNKNOWN_VERSION, "version", ex.version(),
				"one of " + String.join(", ", ex.known())), request);
	}

	@ExceptionHandler
	@Nullable ResponseEntity<Object> unavailable(ModelUnavailableException ex, WebRequest request) {
		return answer(ex, Problem.of(ProblemType.MODEL_UNAVAILABLE, String.valueOf(ex.getMessage())), request);
	}

	@ExceptionHandler
	@Nullable ResponseEntity<Object> notServed(NotServedException ex, WebRequest request) {
		return answer(ex, Problem.ofField(ProblemType.NOT_SERVED, ex.field(), ex.value(), ex.allowed()), request);
	}

	@ExceptionHandler
	@Nullable ResponseEntity<Object> tooLarge(BodyTooLargeException ex, WebRequest request) {
		return answer(ex, Problem.of(ProblemType.BODY_TOO_LARGE, String.valueOf(ex.getMessage())), request);
	}

	@ExceptionHandler
	@Nullable ResponseEntity<Object> noGradient(NoGradientException ex, WebRequest request) {
		ProblemDetail problem = Problem.of(ProblemType.NO_GRADIENT, String.valueOf(ex.getMessage()));
		if (ex.operator() != null) {
			problem.setProperty("operator", ex.operator());
			problem.setProperty("node", ex.node());
		}
		return answer(ex, problem, request);
	}

	@ExceptionHandler
	@Nullable ResponseEntity<Object> changed(ModelChangedException ex, WebRequest request) {
		return answer(ex, Problem.of(ProblemType.MODEL_UNAVAILABLE, String.valueOf(ex.getMessage())), retryLater(),
				request);
	}

	@ExceptionHandler
	@Nullable ResponseEntity<Object> noForm(MultipartException ex, WebRequest request) {
		return answer(ex, Problem.of(ProblemType.MALFORMED_BODY,
				"The body must be multipart/form-data with a boundary, but cannot be read as such"), request);
	}

	@ExceptionHandler
	@Nullable ResponseEntity<Object> busy(ServiceBusyException ex, WebRequest request) {
		return answer(ex, busy(ex), retryLater(), request);
	}

	private static ProblemDetail busy(ServiceBusyException ex) {
		return Problem.of(ProblemType.BUSY, String.valueOf(ex.getMessage()));
	}

	private static HttpHeaders retryLater() {
		HttpHeaders headers = new HttpHeaders();
		headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
		return headers;
	}

	@ExceptionHandler
	@Nullable ResponseEntity<Object> late(RequestTimeoutException ex, WebRequest request) {
		return answer(ex, late(ex, this.timeout.allowed()), request);
	}

	private static ProblemDetail late(RequestTimeoutException ex, String allowed) {
		BigDecimal seconds = RequestTimeout.seconds(ex.timeout());
		return Problem.ofField(ProblemType.TIMEOUT, RequestTimeout.HEADER, seconds, allowed,
				"The answer was not ready within %s s; ask for less, or again later"
					.formatted(seconds.toPlainString()));
	}

	/** What ended an answer that had begun. */
	ProblemDetail inStream(RuntimeException ex) {
		ProblemDetail problem = switch (ex) {
			case ServiceBusyException busy -> busy(busy);
			case RequestTimeoutException late -> late(late, this.timeout.allowed());
			default -> {
				log.error("Cannot finish an answer", ex);
				yield failed();
			}
		};
		Problem.complete(problem);
		return problem;
	}

	private static ProblemDetail failed() {
		return ProblemDetail.forStatusAndDetail(HttpStatus.INTERNAL_SERVER_ERROR,
				"The service failed; its log says why");
	}

	// Nobody reads this; meters show the status that nginx gave such requests.
	@ExceptionHandler
	ResponseEntity<Object> gone(ClientGoneException ex) {
		this.abandoned.increment();
		return ResponseEntity.status(CLIENT_CLOSED_REQUEST).build();
	}

	@ExceptionHandler
	@Nullable ResponseEntity<Object> noModel(NoModelException ex, WebRequest request) {
		return answer(ex, noModel(), request);
	}

	// Where models are looked for is for the operator to know.
	private static ProblemDetail noModel() {
		return Problem.of(ProblemType.NO_MODEL, "No model serves; /actuator/health says why");
	}

	@ExceptionHandler
	@Nullable ResponseEntity<Object> undecodable(org.apache.tomcat.util.http.InvalidParameterException ex, WebRequest request) {
		return answer(ex,
				Problem.of(ProblemType.MALFORMED_QUERY, "The query cannot be read; it must be percent-encoded UTF-8"),
				request);
	}

	@ExceptionHandler
	@Nullable ResponseEntity<Object> unexpected(Exception ex, WebRequest request) {
		if (DisconnectedClientHelper.isClientDisconnectedException(ex)) {
			return null;
		}
		log.error("Cannot answer " + request.getDescription(false), ex);
		return answer(ex, failed(), request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		return answer(ex, BodyProblems.of(ex.getCause()), headers, request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleTypeMismatch(TypeMismatchException ex, HttpHeaders headers,
			HttpStatusCode status, WebRequest request) {
		String field = (ex instanceof MethodArgumentTypeMismatchException argument) ? argument.getName()
				: Objects.requireNonNullElse(ex.getPropertyName(), "parameter");
		return answer(ex, mismatch(field, ex), headers, request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(MethodArgumentNotValidException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		FieldError error = ex.getFieldErrors().getFirst();
		return answer(ex, mismatch(error.getField(), error.unwrap(TypeMismatchException.class)), headers, request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(NoResourceFoundException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		return answer(ex, ProblemDetail.forStatusAndDetail(status, "Nothing is served at /" + ex.getResourcePath()),
				headers, request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotAcceptable(HttpMediaTypeNotAcceptableException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		List<MediaType> offered = ex.getSupportedMediaTypes();
		ProblemDetail problem = ex.getBody();
		if (!offered.isEmpty()) {
			String allowed = "one of " + MediaType.toString(offered);
			problem.setDetail("Accept must allow " + allowed);
			problem.setProperty("field", HttpHeaders.ACCEPT);
			problem.setProperty("value", Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT), ""));
			problem.setProperty("allowed", allowed);
		}
		return answer(ex, problem, headers, request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotSupported(HttpMediaTypeNotSupportedException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		String allowed = "one of " + MediaType.toString(ex.getSupportedMediaTypes());
		ProblemDetail problem = ex.getBody();
		problem.setDetail("Content-Type (%s) must be %s".formatted(ex.getContentType(), allowed));
		problem.setProperty("field", HttpHeaders.CONTENT_TYPE);
		problem.setProperty("value", String.valueOf(ex.getContentType()));
		problem.setProperty("allowed", allowed);
		return answer(ex, problem, headers, request);
	}

	private static ProblemDetail mismatch(String field, TypeMismatchException ex) {
		Class<?> type = wanted(ex);
		Object value = ex.getValue();
		// For a list, the item that does not fit says more than the whole.
		for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
			if (cause instanceof ConversionFailedException failed) {
				type = failed.getTargetType().getType();
				value = failed.getValue();
			}
		}
		String allowed = WireType.allowed(type);
		return Problem.ofField(ProblemType.INVALID_PARAMETER, field, value,
				Iterable.class.isAssignableFrom(wanted(ex)) ? "a list, of which each is " + allowed : allowed);
	}

	private static Class<?> wanted(TypeMismatchException ex) {
		return (ex.getRequiredType() != null) ? ex.getRequiredType() : Object.class;
	}

	private @Nullable ResponseEntity<Object> answer(Exception ex, ProblemDetail problem, WebRequest request) {
		return answer(ex, problem, new HttpHeaders(), request);
	}

	private @Nullable ResponseEntity<Object> answer(Exception ex, ProblemDetail problem, HttpHeaders headers,
			WebRequest request) {
		return handleExceptionInternal(ex, problem, headers, HttpStatusCode.valueOf(problem.getStatus()), request);
	}

	// Said outright, as the client may accept pictures alone.
	@Override
	protected ResponseEntity<Object> createResponseEntity(@Nullable Object body, HttpHeaders headers,
			HttpStatusCode status, WebRequest request) {
		HttpHeaders written = new HttpHeaders(headers);
		written.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
		if (body instanceof ProblemDetail problem) {
			Problem.complete(problem);
		}
		return new ResponseEntity<>(body, written, status);
	}

}
