package io.eidolon.web.http;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Says more of what the framework refuses than it does itself. */
abstract class FrameworkProblems extends ResponseEntityExceptionHandler {

	@Override
	protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		if (ex.getCause() instanceof IOException) {
			// It did not come to its end: the server says why, if anybody still reads.
			return ResponseEntity.status(Problems.CLIENT_CLOSED_REQUEST).build();
		}
		return answer(ex, BodyProblems.of(ex.getCause()).detail(), headers, request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleTypeMismatch(TypeMismatchException ex, HttpHeaders headers,
			HttpStatusCode status, WebRequest request) {
		String field = (ex instanceof MethodArgumentTypeMismatchException argument) ? argument.getName()
				: Objects.requireNonNullElse(ex.getPropertyName(), "parameter");
		return answer(ex, FieldProblems.mismatch(field, ex).detail(), headers, request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(MethodArgumentNotValidException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		// Validation finds errors in any order.
		FieldError error = ex.getFieldErrors()
			.stream()
			.min(Comparator.comparing((FieldError found) -> !found.isBindingFailure())
				.thenComparing(FieldError::getField))
			.orElseThrow();
		return answer(ex, FieldProblems.of(error).detail(), headers, request);
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
		// What cannot be read says nothing of what is offered.
		String allowed = offered.isEmpty() ? "a list of media types, such as image/png, */*;q=0.5"
				: "one of " + MediaType.toString(offered);
		problem.setDetail((offered.isEmpty() ? "Accept must be " : "Accept must allow ") + allowed);
		problem.setProperty("field", HttpHeaders.ACCEPT);
		problem.setProperty("value", Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT), ""));
		problem.setProperty("allowed", allowed);
		return answer(ex, problem, headers, request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotSupported(HttpMediaTypeNotSupportedException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		String allowed = "one of " + MediaType.toString(ex.getSupportedMediaTypes());
		ProblemDetail problem = ex.getBody();
		// One that cannot be read is known to the request alone.
		String given = Objects.requireNonNullElse(request.getHeader(HttpHeaders.CONTENT_TYPE), "");
		problem.setDetail("Content-Type (%s) must be %s".formatted(given, allowed));
		problem.setProperty("field", HttpHeaders.CONTENT_TYPE);
		problem.setProperty("value", given);
		problem.setProperty("allowed", allowed);
		return answer(ex, problem, headers, request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleHttpRequestMethodNotSupported(
			HttpRequestMethodNotSupportedException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		String[] supported = ex.getSupportedMethods();
		ProblemDetail problem = ex.getBody();
		if (supported != null) {
			String methods = Stream.of(supported).sorted().collect(Collectors.joining(", "));
			String allowed = "one of " + methods;
			headers.set(HttpHeaders.ALLOW, methods); // in an order that is always the
														// same
			problem.setDetail("method (%s) must be %s".formatted(ex.getMethod(), allowed));
			problem.setProperty("field", "method");
			problem.setProperty("value", ex.getMethod());
			problem.setProperty("allowed", allowed);
		}
		return answer(ex, problem, headers, request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleMissingServletRequestPart(MissingServletRequestPartException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		return answer(ex,
				Problem
					.ofField(ProblemType.INVALID_PARAMETER, ex.getRequestPartName(), null,
							"given, as a part of the form")
					.detail(),
				headers, request);
	}

	@Override
	protected abstract @Nullable ResponseEntity<Object> handleMaxUploadSizeExceededException(
			MaxUploadSizeExceededException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request);

	@Nullable ResponseEntity<Object> answer(Exception ex, ProblemDetail problem, HttpHeaders headers, WebRequest request) {
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
