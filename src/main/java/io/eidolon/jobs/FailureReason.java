package io.eidolon.jobs;

import io.eidolon.registry.ModelUnavailableException;
import io.eidolon.registry.UnknownModelException;
import io.eidolon.registry.UnknownVersionException;
import io.eidolon.serving.InvalidParameterException;
import io.eidolon.serving.RequestTimeoutException;
import io.eidolon.serving.ServiceBusyException;

/** Why a job failed, as its client may read it. */
final class FailureReason {

	/** That of the column. */
	private static final int LONGEST = 1000;

	private FailureReason() {
	}

	/**
	 * Of what went wrong. Other messages than those that are written for clients may name
	 * files and hosts.
	 */
	static String of(Throwable cause) {
		String reason = switch (cause) {
			case InvalidParameterException _, UnknownModelException _, UnknownVersionException _,
					ModelUnavailableException _, ServiceBusyException _, RequestTimeoutException _ ->
				String.valueOf(cause.getMessage());
			default -> "It could not be generated or written; the log says why";
		};
		return (reason.length() <= LONGEST) ? reason : reason.substring(0, LONGEST - 3) + "...";
	}

}
