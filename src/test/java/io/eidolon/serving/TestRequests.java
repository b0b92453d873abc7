package io.eidolon.serving;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import org.mockito.Mockito;

/** Requests of tests, which lease no models. */
public final class TestRequests implements AutoCloseable {

	/** Longer than any test waits for what it waits for. */
	public static final Duration LONG = Duration.ofSeconds(30);

	private final WaitTimer timer = new WaitTimer();

	private final ImageThreads threads;

	private final PixelBudget pixels;

	/** Creates requests that share a thread for images, and room for pixels. */
	public TestRequests(long pixels) {
		this.threads = new ImageThreads(1, 1);
		this.pixels = new PixelBudget(new ServingProperties(64, 120, 8, 16_383, 1 << 25, pixels));
	}

	/** A request that came just now. */
	public RequestContext open(Duration timeout) {
		return open(timeout, Duration.ZERO, () -> false);
	}

	RequestContext open(Duration timeout, Duration age, BooleanSupplier cancelled) {
		return contexts().open("client", Allowance.ALL, timeout, System.nanoTime() - age.toNanos(), cancelled);
	}

	/** The contexts of further requests. */
	public RequestContexts contexts() {
		return new RequestContexts(Mockito.mock(), this.timer, this.threads, this.pixels, Mockito.mock());
	}

	@Override
	public void close() {
		this.threads.close();
		this.timer.close();
	}

}
