package io.eidolon.inference.gradient;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * What a generator needs for some requests only. It is opened when it is first asked for
 * and closed with its owner. Opening takes a while of nothing but computing, which on a
 * virtual thread would keep others from their carrier.
 *
 * @param <T> what is opened
 */
final class LazyResource<T> implements AutoCloseable {

	private final Supplier<T> opener;

	private final Consumer<T> closer;

	/** Guarded by this, as the field below. Null until somebody asks. */
	private @Nullable CompletableFuture<T> opened;

	private boolean closed;

	/**
	 * Creates something to be opened.
	 * @param opener opens it, or throws
	 * @param closer closes it
	 */
	LazyResource(Supplier<T> opener, Consumer<T> closer) {
		this.opener = opener;
		this.closer = closer;
	}

	/** Returns it, or throws what the opener threw. */
	T get() {
		CompletableFuture<T> future = future();
		try {
			return future.join();
		}
		catch (CompletionException ex) {
			if (ex.getCause() instanceof ModelChangedException) {
				forget(future);
			}
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : ex;
		}
	}

	private synchronized CompletableFuture<T> future() {
		if (this.closed) {
			throw new IllegalStateException("The generator is closed");
		}
		if (this.opened == null) {
			Thread.Builder thread = Thread.ofPlatform().daemon().name("model-opener");
			this.opened = CompletableFuture.supplyAsync(this.opener, thread::start);
		}
		return this.opened;
	}

	// Files may be put right; what is in them stays what it is.
	private synchronized void forget(CompletableFuture<T> failed) {
		if (this.opened == failed) {
			this.opened = null;
		}
	}

	/** Closes it, if it was opened. */
	@Override
	public synchronized void close() {
		this.closed = true;
		if (this.opened != null) {
			try {
				this.closer.accept(this.opened.join());
			}
			catch (CompletionException ex) {
				// What could not be opened need not be closed.
			}
		}
	}

}
