package io.eidolon.web.server;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells in one line that the service does not start, as it would believe anybody. */
final class ForwardedHeadersFailure extends AbstractFailureAnalyzer<ForwardedHeadersException> {

	@Override
	protected FailureAnalysis analyze(Throwable failure, ForwardedHeadersException cause) {
		return new FailureAnalysis(String.valueOf(cause.getMessage()), null, failure);
	}

}
