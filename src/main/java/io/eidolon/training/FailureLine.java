package io.eidolon.training;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/** Says in one line why training ended. */
final class FailureLine {

	private FailureLine() {
	}

	static String of(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			switch (cause) {
				case BindValidationException invalid -> {
					return invalid.getValidationErrors()
						.getAllErrors()
						.stream()
						.map((error) -> line(invalid.getValidationErrors().getName(), error))
						.sorted()
						.collect(Collectors.joining("; "));
				}
				case BindException unbound when unbound.getProperty() != null -> {
					return "%s (%s) %s".formatted(unbound.getProperty().getName(), unbound.getProperty().getValue(),
							reason(unbound));
				}
				case OutOfMemoryError full -> {
					return "the memory is full (%s); a smaller batch or memory, or a larger -Xmx, may help"
						.formatted(full.getMessage());
				}
				// A class that is first used now cannot start what it needs
				case IllegalStateException late when "Shutdown in progress".equals(late.getMessage()) -> {
					return "it was told to end before it was complete";
				}
				default -> {
				}
			}
		}
		return firstLine(failure);
	}

	private static String line(ConfigurationPropertyName prefix, ObjectError error) {
		if (error instanceof FieldError field && field.getRejectedValue() != Boolean.FALSE) {
			String name = prefix.append(kebabCase(field.getField())).toString();
			return (field.getRejectedValue() != null)
					? "%s (%s) %s".formatted(name, field.getRejectedValue(), field.getDefaultMessage())
					: "%s %s".formatted(name, field.getDefaultMessage());
		}
		return prefix + ": " + error.getDefaultMessage();
	}

	private static String kebabCase(String field) {
		return List.of(field.split("(?=[A-Z])")).stream().map(String::toLowerCase).collect(Collectors.joining("-"));
	}

	private static String reason(BindException unbound) {
		if (unbound.getTarget().getType().toClass().getEnumConstants() instanceof Object[] constants) {
			return "must be one of " + Arrays.stream(constants).map((constant) -> word((Enum<?>) constant)).toList();
		}
		Throwable cause = NestedExceptionUtils.getMostSpecificCause(unbound);
		return (cause instanceof NumberFormatException) ? "must be a number" : firstLine(cause);
	}

	private static String word(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	private static String firstLine(Throwable failure) {
		String message = failure.getMessage();
		return (message != null) ? message.lines().findFirst().orElse("") : failure.getClass().getSimpleName();
	}

}
