package io.eidolon.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import io.eidolon.inference.Generator;
import org.jspecify.annotations.Nullable;

/**
 * A generator and its leases. It may be closed while it has none, and opens again when
 * the next is asked for; all who ask meanwhile wait for the same opening, or share its
 * failure.
 */
final class LeasedGenerator {

	private final Supplier<CompletableFuture<Generator>> opener;

	private final Runnable whenIdle;

	/** Guards the fields below. Nothing that may wait is done under it. */
	private final ReentrantLock lock = new ReentrantLock();

	/** Null while it is closed. */
	private @Nullable Generator generator;

	private int leases;

	/** Those who wait until it is open. */
	private List<PendingLease> waiting = new ArrayList<>();

	private boolean opening;

	private boolean kept;

	private boolean retired;

	/**
	 * Takes an open generator over.
	 * @param opener opens it again
	 * @param whenIdle is run when the last lease was closed
	 */
	LeasedGenerator(Generator opened, Supplier<CompletableFuture<Generator>> opener, Runnable whenIdle) {
		this.generator = opened;
		this.opener = opener;
		this.whenIdle = whenIdle;
	}

	/** Whether the generator takes up memory, or is about to. */
	boolean isOpen() {
		this.lock.lock();
		try {
			return this.generator != null || this.opening;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Grants a lease, at once when the generator is open.
	 * @return false when no more leases are given out
	 */
	boolean lease(PendingLease pending) {
		Lease lease = null;
		boolean open = false;
		this.lock.lock();
		try {
			if (this.retired) {
				return false;
			}
			if (this.generator != null) {
				lease = newLease(this.generator);
			}
			else {
				this.waiting.add(pending);
				open = !this.opening;
				this.opening = true;
			}
		}
		finally {
			this.lock.unlock();
		}
		if (lease != null) {
			pending.grant(lease);
		}
		if (open) {
			open();
		}
		return true;
	}

	private void open() {
		try {
			this.opener.get().whenComplete(this::opened);
		}
		catch (RuntimeException | Error ex) {
			opened(null, ex);
		}
	}

	private void opened(@Nullable Generator opened, @Nullable Throwable failure) {
		List<PendingLease> waited;
		List<Lease> granted = new ArrayList<>();
		boolean replaced = false;
		this.lock.lock();
		try {
			this.opening = false;
			waited = this.waiting;
			this.waiting = new ArrayList<>();
			replaced = this.retired;
			if (opened != null && !replaced) {
				this.generator = opened;
				// All at once, so that it is not idle before the last has its lease.
				waited.forEach((_) -> granted.add(newLease(opened)));
			}
		}
		finally {
			this.lock.unlock();
		}
		if (failure != null) {
			Throwable cause = (failure instanceof CompletionException && failure.getCause() != null)
					? failure.getCause() : failure;
			waited.forEach((pending) -> pending.fail(cause));
		}
		else if (replaced && opened != null) {
			opened.close();
			waited.forEach(PendingLease::retry);
		}
		for (int i = 0; i < granted.size(); i++) {
			waited.get(i).grant(granted.get(i));
		}
	}

	// Called under the lock.
	private Lease newLease(Generator open) {
		this.leases++;
		return new CountedLease(open);
	}

	/** Keeps the generator open from now on, if it is. */
	void keep() {
		this.lock.lock();
		try {
			this.kept = true;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Takes the generator out while it has no lease, for the caller to close. Empty when
	 * it is in use, or closed, or to be kept.
	 */
	Optional<Generator> takeIdle() {
		this.lock.lock();
		try {
			return (this.leases > 0 || this.kept) ? Optional.empty() : take();
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Gives out no more leases, and closes the generator after the last one. */
	void retire() {
		Optional<Generator> last;
		this.lock.lock();
		try {
			this.retired = true;
			last = (this.leases > 0) ? Optional.empty() : take();
		}
		finally {
			this.lock.unlock();
		}
		last.ifPresent(Generator::close);
	}

	// Called under the lock.
	private Optional<Generator> take() {
		Optional<Generator> taken = Optional.ofNullable(this.generator);
		this.generator = null;
		return taken;
	}

	private final class CountedLease implements Lease {

		private final Generator leased;

		/** Guarded by the lock. */
		private boolean closed;

		CountedLease(Generator leased) {
			this.leased = leased;
		}

		@Override
		public Generator generator() {
			return this.leased;
		}

		@Override
		public Lease another() {
			LeasedGenerator.this.lock.lock();
			try {
				if (this.closed) {
					throw new IllegalStateException("The lease is closed");
				}
				return newLease(this.leased);
			}
			finally {
				LeasedGenerator.this.lock.unlock();
			}
		}

		@Override
		public void close() {
			Optional<Generator> last = Optional.empty();
			boolean idle = false;
			LeasedGenerator.this.lock.lock();
			try {
				if (!this.closed) {
					this.closed = true;
					idle = --LeasedGenerator.this.leases == 0;
					last = (idle && LeasedGenerator.this.retired) ? take() : last;
				}
			}
			finally {
				LeasedGenerator.this.lock.unlock();
			}
			if (last.isPresent()) {
				last.get().close();
			}
			else if (idle) {
				LeasedGenerator.this.whenIdle.run();
			}
		}

	}

}
