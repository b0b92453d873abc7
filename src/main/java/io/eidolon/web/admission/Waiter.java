package io.eidolon.web.admission;

import java.util.concurrent.locks.Condition;

import org.jspecify.annotations.Nullable;

/** A request that waits in a line, whose lock guards it. */
final class Waiter {

	final Condition turn;

	/** When its time is over, as the clock counts it. */
	final long deadline;

	Admission.@Nullable Place place;

	boolean late;

	Waiter(Condition turn, long deadline) {
		this.turn = turn;
		this.deadline = deadline;
	}

}
