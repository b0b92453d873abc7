package io.eidolon.web.models;

import io.eidolon.registry.ModelUnavailableException;
import io.eidolon.registry.NoModelException;
import io.eidolon.registry.UnknownModelException;
import io.eidolon.registry.UnknownVersionException;
import io.eidolon.web.http.Problem;
import io.eidolon.web.http.ProblemMapping;
import io.eidolon.web.http.ProblemType;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Says why a model, a version of it or a file of it is not served. */
@Component
class ModelProblems implements ProblemMapping {

	private static final ProblemType NOT_SERVED = new ProblemType(HttpStatus.NOT_FOUND, "Not served");

	private static final ProblemType UNKNOWN_MODEL = new ProblemType(HttpStatus.NOT_FOUND, "Unknown model");

	private static final ProblemType UNKNOWN_VERSION = new ProblemType(HttpStatus.NOT_FOUND, "Unknown version");

	private static final ProblemType MODEL_UNAVAILABLE = new ProblemType(HttpStatus.SERVICE_UNAVAILABLE,
			"Model unavailable");

	private static final ProblemType PRECONDITION_FAILED = new ProblemType(HttpStatus.PRECONDITION_FAILED,
			"Precondition failed");

	private static final ProblemType NO_MODEL = new ProblemType(HttpStatus.SERVICE_UNAVAILABLE, "No model");

	@Override
	public @Nullable Problem of(Exception ex) {
		return switch (ex) {
			case NotServedException file -> Problem.ofField(NOT_SERVED, file.field(), file.value(), file.allowed());
			case UnknownModelException unknown when unknown.known().isEmpty() -> noModel();
			case UnknownModelException unknown ->
				Problem.ofField(UNKNOWN_MODEL, "model", unknown.name(), "one of " + String.join(", ", unknown.known()));
			case UnknownVersionException unknown -> Problem.ofField(UNKNOWN_VERSION, "version", unknown.version(),
					"one of " + String.join(", ", unknown.known()));
			case ModelUnavailableException unavailable ->
				Problem.of(MODEL_UNAVAILABLE, unavailable.getMessage()).retryLater();
			case PreconditionFailedException failed -> Problem.ofField(PRECONDITION_FAILED, HttpHeaders.IF_MATCH,
					failed.wanted(), "left out, or " + failed.tag());
			case NoModelException _ -> noModel();
			default -> null;
		};
	}

	// Where models are looked for is for the operator to know.
	private static Problem noModel() {
		return Problem.of(NO_MODEL, "No model serves; /actuator/health says why").retryLater();
	}

}
