package io.eidolon.web.http;

import jakarta.validation.ConstraintViolation;

import org.springframework.beans.TypeMismatchException;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.validation.FieldError;

/** Says what is wrong with one value of a form or a query. */
final class FieldProblems {

	private FieldProblems() {
	}

	static Problem of(FieldError error) {
		if (error.isBindingFailure()) {
			return mismatch(error.getField(), error.unwrap(TypeMismatchException.class));
		}
		String allowed = error.unwrap(ConstraintViolation.class).getMessage();
		Object value = error.getRejectedValue();
		return Problem.ofField(ProblemType.INVALID_PARAMETER, error.getField(),
				(value instanceof Number number) ? Bound.decimal(number) : value, allowed);
	}

	static Problem mismatch(String field, TypeMismatchException ex) {
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

}
