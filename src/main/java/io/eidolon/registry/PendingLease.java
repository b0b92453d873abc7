package io.eidolon.registry;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * A lease that was asked for and comes once the generator is open. Closing it gives the
 * lease back, whether it has come or is still to come, so that whoever waits for it may
 * stop at a deadline.
 */
public final class PendingLease implements AutoCloseable {

	private final CompletableFuture<Lease> future = new CompletableFuture<>();

	private final Consumer<PendingLease> request;

	/**
	 * Creates a lease that is still to come.
	 * @param request asks for it again, or throws
	 */
	PendingLease(Consumer<PendingLease> request) {
		this.request = request;
	}

	/**
	 * The lease, or exceptionally {@link ModelUnavailableException} when the generator
	 * cannot be opened.
	 */
	public CompletableFuture<Lease> future() {
		return this.future;
	}

	void grant(Lease lease) {
		if (!this.future.complete(lease)) {
			lease.close();
		}
	}

	void fail(Throwable cause) {
		this.future.completeExceptionally(cause);
	}

	/**
	 * Asks again, as another version has taken the place of the one that was asked for.
	 */
	void retry() {
		try {
			this.request.accept(this);
		}
		catch (RuntimeException ex) {
			fail(ex);
		}
	}

	@Override
	public void close() {
		if (!this.future.cancel(false)) {
			this.future.thenAccept(Lease::close);
		}
	}

}
