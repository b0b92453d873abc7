package io.eidolon.jobs;

/** The database or the folder of jobs cannot be reached now. */
public final class JobsUnavailableException extends RuntimeException {

	JobsUnavailableException() {
		super("Jobs cannot be reached now; try again later");
	}

}
