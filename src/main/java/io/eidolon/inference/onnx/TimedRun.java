package io.eidolon.inference.onnx;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.RunOptions;

/**
 * The options of one run, which is terminated when its time is over. One thread looks at
 * all runs every {@link #PERIOD}: a timer for each would wake it for each.
 */
final class TimedRun implements AutoCloseable {

	private static final Duration PERIOD = Duration.ofMillis(50);

	private static final Set<TimedRun> RUNNING = ConcurrentHashMap.newKeySet();

	static {
		Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("run-timeouts").factory())
			.scheduleWithFixedDelay(() -> RUNNING.forEach(TimedRun::terminateIfLate), PERIOD.toNanos(),
					PERIOD.toNanos(), TimeUnit.NANOSECONDS);
	}

	private final RunOptions options;

	/** When its time is over, as {@link System#nanoTime()} counts it. */
	private final long end;

	/** Guarded by this, as is the next. */
	private boolean terminated;

	private boolean closed;

	private TimedRun(RunOptions options, long end) {
		this.options = options;
		this.end = end;
	}

	static TimedRun start(SessionSettings settings, Duration timeout) throws OrtException {
		try (Handles handles = new Handles()) {
			RunOptions options = handles.add(new RunOptions());
			settings.configure(options);
			TimedRun run = new TimedRun(options, System.nanoTime() + timeout.toNanos());
			RUNNING.add(run);
			handles.release();
			return run;
		}
	}

	RunOptions options() {
		return this.options;
	}

	synchronized boolean isTerminated() {
		return this.terminated;
	}

	private void terminateIfLate() {
		if (System.nanoTime() - this.end >= 0) {
			terminate();
		}
	}

	private synchronized void terminate() {
		if (!this.closed && !this.terminated) {
			try {
				this.options.setTerminate(true);
				this.terminated = true;
			}
			catch (OrtException ex) {
				// It is tried again, and the other runs have their turns.
			}
		}
	}

	@Override
	public synchronized void close() {
		RUNNING.remove(this);
		this.closed = true;
		this.options.close();
	}

}
