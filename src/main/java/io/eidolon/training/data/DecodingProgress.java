package io.eidolon.training.data;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Says every few seconds how far decoding has come. Safe from several threads.
 */
final class DecodingProgress {

	private static final long INTERVAL = Duration.ofSeconds(5).toNanos();

	private final int total;

	private final LongSupplier nanoTime;

	private final Consumer<String> lines;

	private final long start;

	private final AtomicInteger done = new AtomicInteger();

	private final AtomicLong told;

	/**
	 * Starts the clock.
	 * @param total the number of pictures to decode
	 * @param nanoTime a clock in nanoseconds
	 * @param lines takes what there is to say
	 */
	DecodingProgress(int total, LongSupplier nanoTime, Consumer<String> lines) {
		this.total = total;
		this.nanoTime = nanoTime;
		this.lines = lines;
		this.start = nanoTime.getAsLong();
		this.told = new AtomicLong(this.start);
	}

	/** One more picture is decoded. */
	void step() {
		int count = this.done.incrementAndGet();
		long now = this.nanoTime.getAsLong();
		long last = this.told.get();
		if (now - last >= INTERVAL && this.told.compareAndSet(last, now)) {
			long left = (long) ((double) (now - this.start) / count * (this.total - count) / 1e9);
			this.lines.accept("Decoded %,d of %,d pictures, %s left".formatted(count, this.total,
					(left < 90) ? left + " s" : (left + 30) / 60 + " min"));
		}
	}

}
