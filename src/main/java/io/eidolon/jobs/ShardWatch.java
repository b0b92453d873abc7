package io.eidolon.jobs;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

import org.springframework.dao.DataAccessException;

/**
 * Tells others now and then how far a shard has come, and hears whether it is wanted
 * still, also while nothing of it comes. Safe for many threads.
 */
final class ShardWatch {

	private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

	private final JobTable jobs;

	private final PartitionName partition;

	private final BooleanSupplier stopping;

	private final AtomicInteger pictures = new AtomicInteger();

	private final AtomicLong lastLook = new AtomicLong(System.nanoTime());

	private volatile boolean ended;

	/**
	 * Creates it.
	 * @param stopping whether the service stops
	 */
	ShardWatch(JobTable jobs, PartitionName partition, BooleanSupplier stopping) {
		this.jobs = jobs;
		this.partition = partition;
		this.stopping = stopping;
	}

	/** Hears how many pictures of the shard there are. */
	void tell(int count) {
		this.pictures.set(count);
	}

	/** Whether the shard is not wanted any more, or the service stops. */
	boolean isOver() {
		long last = this.lastLook.get();
		long now = System.nanoTime();
		if (now - last > BETWEEN_LOOKS.toNanos() && this.lastLook.compareAndSet(last, now)) {
			this.ended = look();
		}
		return this.ended || this.stopping.getAsBoolean();
	}

	private boolean look() {
		try {
			return !this.jobs.progress(this.partition.job(), this.partition.number(), this.pictures.get());
		}
		catch (DataAccessException ex) {
			// What is generated while the database is away may be wanted once it is back.
			return false;
		}
	}

}
