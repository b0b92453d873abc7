package io.eidolon.registry;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import io.eidolon.inference.Generator;

/**
 * A generator and how many hold it: the registry, until it lets go, and each lease. The
 * last to let go closes it.
 */
final class SharedGenerator {

	private final Generator generator;

	private final Runnable whenIdle;

	private final AtomicInteger holders = new AtomicInteger(1);

	/**
	 * Shares a generator.
	 * @param whenIdle is run by whoever closes the last of the leases
	 */
	SharedGenerator(Generator generator, Runnable whenIdle) {
		this.generator = generator;
		this.whenIdle = whenIdle;
	}

	Generator generator() {
		return this.generator;
	}

	/** Leases the generator; empty when the last holder has let go already. */
	Optional<Lease> lease() {
		int before = this.holders.getAndUpdate((count) -> (count == 0) ? 0 : count + 1);
		return (before == 0) ? Optional.empty() : Optional.of(new Hold());
	}

	/**
	 * Takes away one hold: that of a lease, or the registry's own, which goes once, after
	 * nobody can find this generator any more.
	 */
	void letGo() {
		switch (this.holders.decrementAndGet()) {
			case 0 -> this.generator.close();
			case 1 -> this.whenIdle.run();
			default -> {
				// Others use it.
			}
		}
	}

	/**
	 * Takes away the registry's own hold if there is no other: then nobody can lease the
	 * generator any more, and the caller is to close it.
	 */
	boolean letGoIfIdle() {
		return this.holders.compareAndSet(1, 0);
	}

	private final class Hold implements Lease {

		private final AtomicBoolean closed = new AtomicBoolean();

		@Override
		public Generator generator() {
			return SharedGenerator.this.generator;
		}

		@Override
		public Lease another() {
			if (this.closed.get()) {
				throw new IllegalStateException("The lease is closed");
			}
			return lease().orElseThrow();
		}

		@Override
		public void close() {
			if (this.closed.compareAndSet(false, true)) {
				letGo();
			}
		}

	}

}
