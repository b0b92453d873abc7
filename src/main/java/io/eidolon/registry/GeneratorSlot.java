package io.eidolon.registry;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import io.eidolon.inference.Generator;
import org.jspecify.annotations.Nullable;

/**
 * Holds a generator that may be closed while nobody uses it. Whoever asks for it then
 * opens it again, without keeping a lock; all others who ask meanwhile wait for that one,
 * or share its failure.
 */
final class GeneratorSlot {

	private final Supplier<Generator> opener;

	private final Runnable whenIdle;

	/** Guards every change of the fields below. */
	private final ReentrantLock lock = new ReentrantLock();

	/** Null while it is closed. */
	private volatile @Nullable SharedGenerator generator;

	/** Null unless somebody opens it. */
	private @Nullable CompletableFuture<SharedGenerator> opening;

	private boolean kept;

	private boolean retired;

	/**
	 * Creates a slot.
	 * @param opened the generator, which the slot takes over
	 * @param opener opens it again, or throws
	 * @param whenIdle is run when the last lease of the generator was closed
	 */
	GeneratorSlot(Generator opened, Supplier<Generator> opener, Runnable whenIdle) {
		this.opener = opener;
		this.whenIdle = whenIdle;
		this.generator = new SharedGenerator(opened, whenIdle);
	}

	/** Whether the generator takes up memory, or is about to. */
	boolean isOpen() {
		this.lock.lock();
		try {
			return this.generator != null || this.opening != null;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Leases the generator, which may have to be opened first. Empty when the slot is
	 * retired, or the generator was closed again before it could be leased.
	 */
	Optional<Lease> lease() {
		Optional<Lease> lease = leaseOpen();
		return lease.isPresent() ? lease : leaseClosed();
	}

	private Optional<Lease> leaseOpen() {
		SharedGenerator open = this.generator;
		return (open != null) ? open.lease() : Optional.empty();
	}

	private Optional<Lease> leaseClosed() {
		CompletableFuture<SharedGenerator> mine = new CompletableFuture<>();
		CompletableFuture<SharedGenerator> first;
		this.lock.lock();
		try {
			// Somebody may have opened it since.
			Optional<Lease> lease = leaseOpen();
			if (lease.isPresent() || this.retired) {
				return lease;
			}
			if (this.opening == null) {
				this.opening = mine;
			}
			first = this.opening;
		}
		finally {
			this.lock.unlock();
		}
		return (first == mine) ? open(mine) : await(first).lease();
	}

	private Optional<Lease> open(CompletableFuture<SharedGenerator> waiting) {
		try {
			SharedGenerator opened = new SharedGenerator(this.opener.get(), this.whenIdle);
			Optional<Lease> lease = put(opened);
			waiting.complete(opened);
			return lease;
		}
		catch (RuntimeException | Error ex) {
			put(null);
			waiting.completeExceptionally(ex);
			throw ex;
		}
	}

	/** Ends the opening, and leases what was opened before it can be closed again. */
	private Optional<Lease> put(@Nullable SharedGenerator opened) {
		this.lock.lock();
		try {
			this.opening = null;
			if (opened == null) {
				return Optional.empty();
			}
			if (!this.retired) {
				this.generator = opened;
				return opened.lease();
			}
		}
		finally {
			this.lock.unlock();
		}
		opened.letGo();
		return Optional.empty();
	}

	private static SharedGenerator await(CompletableFuture<SharedGenerator> opening) {
		try {
			return opening.join();
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : ex;
		}
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
	 * Takes the generator out while nobody uses it, for the caller to close. Empty when
	 * it is in use, or closed, or to be kept.
	 */
	Optional<Generator> takeIdle() {
		this.lock.lock();
		try {
			SharedGenerator open = this.generator;
			if (open == null || this.kept || !open.letGoIfIdle()) {
				return Optional.empty();
			}
			this.generator = null;
			return Optional.of(open.generator());
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Gives out no more leases, and closes the generator after the last one. */
	void retire() {
		SharedGenerator open;
		this.lock.lock();
		try {
			this.retired = true;
			open = this.generator;
			// From here on the hold of the slot is no longer there to be taken.
			this.generator = null;
		}
		finally {
			this.lock.unlock();
		}
		if (open != null) {
			open.letGo();
		}
	}

}
