package io.eidolon.jobs;

/** The database of jobs, or where their results are kept, cannot be reached now. */
public final class JobsUnavailableException extends RuntimeException {

	JobsUnavailableException() {
		super("Jobs cannot be reached now; try again later");
	}

	JobsUnavailableException(String message, Throwable cause) {
		super(message + "; try again later", cause);
	}

}
