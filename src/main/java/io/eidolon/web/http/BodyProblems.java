package io.eidolon.web.http;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

import org.springframework.http.HttpStatus;

/** Says what is wrong with a JSON body. */
final class BodyProblems {

	// Where an unclosed object began, in terms of the parser.
	private static final Pattern START_MARKER = Pattern.compile(" \\(start marker at .*", Pattern.DOTALL);

	private static final ProblemType UNKNOWN_PROPERTY = new ProblemType(HttpStatus.BAD_REQUEST, "Unknown property");

	private BodyProblems() {
	}

	static Problem of(@Nullable Throwable cause) {
		return switch (cause) {
			case UnrecognizedPropertyException ex -> unknown(field(ex), known(ex));
			case InvalidFormatException ex ->
				Problem.ofField(ProblemType.INVALID_PARAMETER, field(ex), ex.getValue(), allowed(ex));
			case MismatchedInputException ex ->
				Problem.ofField(ProblemType.INVALID_PARAMETER, field(ex), null, allowed(ex));
			case JacksonException ex -> Problem.of(ProblemType.MALFORMED_BODY, malformed(ex));
			case null, default -> Problem.of(ProblemType.MALFORMED_BODY, "The body must be a JSON object");
		};
	}

	private static Problem unknown(String field, String known) {
		return Problem.ofField(UNKNOWN_PROPERTY, field, null, known,
				"%s is not known; it must be %s".formatted(field, known));
	}

	private static String known(UnrecognizedPropertyException ex) {
		List<Object> known = (ex.getKnownPropertyIds() != null) ? List.copyOf(ex.getKnownPropertyIds()) : List.of();
		return "one of " + known.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
	}

	private static String allowed(MismatchedInputException ex) {
		return (ex.getTargetType() != null) ? WireType.allowed(ex.getTargetType()) : "of another type";
	}

	private static String field(JacksonException ex) {
		StringBuilder field = new StringBuilder();
		for (JacksonException.Reference step : ex.getPath()) {
			if (step.getPropertyName() == null) {
				field.append('[').append(step.getIndex()).append(']');
			}
			else {
				field.append(field.isEmpty() ? "" : ".").append(step.getPropertyName());
			}
		}
		return field.isEmpty() ? "body" : field.toString();
	}

	private static String malformed(JacksonException ex) {
		String where = (ex.getLocation() != null)
				? " at line %s, column %s".formatted(ex.getLocation().getLineNr(), ex.getLocation().getColumnNr()) : "";
		return "The body must be JSON, but is not%s: %s".formatted(where,
				START_MARKER.matcher(ex.getOriginalMessage()).replaceFirst(""));
	}

}
