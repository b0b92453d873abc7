package io.eidolon.inference.gradient;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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

	/**
	 * Opens it, unless that was done already.
	 * @return a future of the caller's own, exceptionally with what the opener threw
	 */
	synchronized CompletableFuture<T> get() {
		if (this.closed) {
			return CompletableFuture.failedFuture(new IllegalStateException("The generator is closed"));
		}
		if (this.opened == null) {
			this.opened = CompletableFuture.supplyAsync(this::open,
					Thread.ofPlatform().daemon().name("model-opener")::start);
		}
		return this.opened.copy();
	}

	/** What was opened, empty before and after. */
	synchronized Optional<T> opened() {
		return (this.opened != null && this.opened.isDone() && !this.opened.isCompletedExceptionally())
				? Optional.of(this.opened.join()) : Optional.empty();
	}

	private T open() {
		try {
			return this.opener.get();
		}
		catch (ModelChangedException ex) {
			// Files may be put right; what is in them stays what it is.
			synchronized (this) {
				this.opened = null;
			}
			throw ex;
		}
	}

	/** Closes it, if it was opened. */
	@Override
	public void close() {
		CompletableFuture<T> last;
		synchronized (this) {
			this.closed = true;
			last = this.opened;
			this.opened = null;
		}
		if (last != null) {
			last.handle((resource, failure) -> {
				// What could not be opened need not be closed.
				if (failure == null) {
					this.closer.accept(resource);
				}
				return failure == null;
			}).join();
		}
	}

}
