package io.eidolon;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/**
 * Tells in one line that the folder for temporary files keeps the service from starting.
 */
final class TemporaryFolderFailure implements FailureAnalyzer {

	private static final int MOST_CAUSES = 50;

	@Override
	public @Nullable FailureAnalysis analyze(Throwable failure) {
		return line(failure, System.getProperty("java.io.tmpdir", ""))
			.map((line) -> new FailureAnalysis(line, null, failure))
			.orElse(null);
	}

	/**
	 * What is wrong with the folder and what to do; empty when something else is wrong.
	 */
	static Optional<String> line(Throwable failure, String folder) {
		Throwable cause = failure;
		for (int i = 0; cause != null && i < MOST_CAUSES; i++) {
			if (isOf(folder, cause)) {
				return Optional
					.of("The folder for temporary files (%s) must be one in which files can be written and libraries run: %s; set -Djava.io.tmpdir to such a folder, or mount this one so, or unpack the libraries of ONNX Runtime and set -Donnxruntime.native.path to them"
						.formatted(folder, reason(cause)));
			}
			cause = cause.getCause();
		}
		return Optional.empty();
	}

	// Java says which file it was about in the message alone, or, of native libraries,
	// not
	// at all.
	private static boolean isOf(String folder, Throwable cause) {
		String message = String.valueOf(cause.getMessage());
		return cause instanceof UnsatisfiedLinkError || cause instanceof FileSystemException && message.contains(folder)
				|| cause instanceof IOException && (message.contains(folder) || message.contains("temporary"))
				|| message.contains("Unable to create tempDir");
	}

	private static String reason(Throwable cause) {
		String line = cause.toString().lines().findFirst().orElse("");
		return (line.length() <= 200) ? line : line.substring(0, 200) + "...";
	}

}
