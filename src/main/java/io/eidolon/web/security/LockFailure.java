package io.eidolon.web.security;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.jspecify.annotations.Nullable;

/** Tells in one line that the service does not start for want of a lock, or of keys. */
final class LockFailure implements FailureAnalyzer {

	private static final int MOST_CAUSES = 50;

	@Override
	public @Nullable FailureAnalysis analyze(Throwable failure) {
		Throwable cause = failure;
		for (int i = 0; cause != null && i < MOST_CAUSES; i++) {
			if (cause instanceof NoLockException || cause instanceof KeyFileException) {
				return new FailureAnalysis(String.valueOf(cause.getMessage()), null, failure);
			}
			cause = cause.getCause();
		}
		return null;
	}

}
