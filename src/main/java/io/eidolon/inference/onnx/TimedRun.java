package io.eidolon.inference.onnx;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.RunOptions;
import org.jspecify.annotations.Nullable;

/** The options of one run, which is terminated when its time is over. */
final class TimedRun implements AutoCloseable {

	private static final ScheduledThreadPoolExecutor TIMER = timer();

	private final RunOptions options;

	/** Null until the run starts. Guarded by this, as the fields below. */
	private @Nullable Future<?> timeout;

	private boolean terminated;

	private boolean closed;

	private TimedRun(RunOptions options) {
		this.options = options;
	}

	static TimedRun start(SessionSettings settings, Duration timeout) throws OrtException {
		try (Handles handles = new Handles()) {
			RunOptions options = handles.add(new RunOptions());
			settings.configure(options);
			TimedRun run = new TimedRun(options);
			run.limit(timeout);
			handles.release();
			return run;
		}
	}

	private synchronized void limit(Duration time) {
		this.timeout = TIMER.schedule(this::terminate, time.toNanos(), TimeUnit.NANOSECONDS);
	}

	RunOptions options() {
		return this.options;
	}

	synchronized boolean isTerminated() {
		return this.terminated;
	}

	private synchronized void terminate() {
		if (!this.closed) {
			this.terminated = true;
			try {
				this.options.setTerminate(true);
			}
			catch (OrtException ex) {
				throw new IllegalStateException(ex);
			}
		}
	}

	@Override
	public synchronized void close() {
		this.closed = true;
		if (this.timeout != null) {
			this.timeout.cancel(false);
		}
		this.options.close();
	}

	private static ScheduledThreadPoolExecutor timer() {
		ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1,
				Thread.ofPlatform().daemon().name("run-timeouts").factory());
		timer.setRemoveOnCancelPolicy(true);
		return timer;
	}

}
