package io.eidolon.jobs;

/** The results of a job would find no room. */
public final class NoRoomException extends RuntimeException {

	NoRoomException(long wanted, long free) {
		super("The job would take about %s bytes, and there is room for %s; ask for less, delete jobs that are over, or ask the operator for room"
			.formatted(wanted, free));
	}

}
