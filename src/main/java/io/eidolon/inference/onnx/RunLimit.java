package io.eidolon.inference.onnx;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * How long a run may take: a graph may come from anywhere, and nobody waits for ever. A
 * run that takes longer ends between two of its nodes.
 */
public final class RunLimit {

	/** Longer than any request waits. */
	private static final Duration LONGEST = Duration.ofMinutes(2);

	/** When the runs of this thread must have ended, by {@link System#nanoTime()}. */
	private static final ScopedValue<Long> END = ScopedValue.newInstance();

	private RunLimit() {
	}

	/**
	 * Does some work, of which all runs together may take so long. Those that take longer
	 * fail with {@link IllegalStateException}.
	 */
	public static <T> T within(Duration time, Supplier<T> work) {
		return ScopedValue.where(END, System.nanoTime() + time.toNanos()).call(work::get);
	}

	/** Does some work in half of the time that is left, so that others can follow. */
	public static <T> T withinHalf(Supplier<T> work) {
		return within(remaining().dividedBy(2), work);
	}

	/** How long a run on this thread may take; not above 0 when the time is over. */
	static Duration remaining() {
		if (!END.isBound()) {
			return LONGEST;
		}
		Duration remaining = Duration.ofNanos(END.get() - System.nanoTime());
		return (remaining.compareTo(LONGEST) < 0) ? remaining : LONGEST;
	}

}
