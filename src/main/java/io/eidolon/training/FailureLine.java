package io.eidolon.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

import io.eidolon.training.loop.TrainingException;

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
				// Its words are for people, whatever it was caused by
				case TrainingException told -> {
					return firstLine(told);
				}
				case UncheckedIOException broken -> {
					return line(Objects.requireNonNull(broken.getCause()));
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

	/** Some have no more to say than the file. */
	private static String line(IOException failure) {
		return switch (failure) {
			case AccessDeniedException denied -> "%s: no permission".formatted(denied.getFile());
			case NoSuchFileException missing -> "%s is not there".formatted(missing.getFile());
			default -> firstLine(failure);
		};
	}

	private static String kebabCase(String field) {
		return List.of(field.split("(?=[A-Z])")).stream().map(String::toLowerCase).collect(Collectors.joining("-"));
	}

	private static String reason(BindException unbound) {
		if (unbound.getTarget().getType().toClass().getEnumConstants() instanceof Object[] constants) {
			return "must be one of " + Arrays.stream(constants).map((constant) -> word((Enum<?>) constant)).toList();
		}
		Throwable cause = NestedExceptionUtils.getMostSpecificCause(unbound);
		return switch (cause) {
			case NumberFormatException _ -> "must be a number";
			case InvalidPathException invalid when invalid.getReason().startsWith("Malformed input") ->
				"has letters that the locale lacks, as that of many containers; start it with LC_ALL=C.UTF-8";
			default -> firstLine(cause);
		};
	}

	private static String word(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	private static String firstLine(Throwable failure) {
		String message = failure.getMessage();
		return (message != null) ? message.lines().findFirst().orElse("") : failure.getClass().getSimpleName();
	}

}
