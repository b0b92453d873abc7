package io.eidolon.jobs;

/** There are no jobs here. */
public final class JobsOffException extends RuntimeException {

	JobsOffException() {
		super("There are no jobs; the operator can allow them by setting eidolon.jobs.path");
	}

}
