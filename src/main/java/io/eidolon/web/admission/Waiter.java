package io.eidolon.web.admission;

import java.util.concurrent.locks.Condition;

import org.jspecify.annotations.Nullable;

/** A request that waits in a line, whose lock guards it. */
final class Waiter {

	final String client;

	final Condition turn;

	/** When its time is over, as the clock counts it. */
	private final long deadline;

	/** What became of it, null while it waits. */
	@Nullable Admission outcome;

	Waiter(String client, Condition turn, long deadline) {
		this.client = client;
		this.turn = turn;
		this.deadline = deadline;
	}

	/** How many nanoseconds of its time are left. */
	long remaining(long now) {
		return this.deadline - now;
	}

}
