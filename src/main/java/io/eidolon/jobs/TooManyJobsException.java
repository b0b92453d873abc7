package io.eidolon.jobs;

/**
 * There are as many jobs as there may be; when one is over, there is room for another.
 */
public final class TooManyJobsException extends RuntimeException {

	TooManyJobsException(int jobs, String whose) {
		super("%s jobs %s wait or run, which is all that may; wait for one, or cancel one".formatted(jobs, whose));
	}

}
