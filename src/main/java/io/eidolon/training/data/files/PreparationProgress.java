package io.eidolon.training.data.files;

import java.util.Locale;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Says every few seconds how far the preparation of a set has come. Safe from several
 * threads.
 */
public final class PreparationProgress {

	private static final long INTERVAL = Duration.ofSeconds(5).toNanos();

	private final String done;

	private final String things;

	private final int total;

	private final LongSupplier nanoTime;

	private final Consumer<String> lines;

	private final long start;

	private final AtomicInteger count = new AtomicInteger();

	private final AtomicLong told;

	/**
	 * Starts the clock.
	 * @param done what has been done to them, such as "Decoded"
	 * @param things what they are, such as "pictures"
	 * @param total how many there are
	 * @param nanoTime a clock in nanoseconds
	 * @param lines takes what there is to say
	 */
	public PreparationProgress(String done, String things, int total, LongSupplier nanoTime, Consumer<String> lines) {
		this.done = done;
		this.things = things;
		this.total = total;
		this.nanoTime = nanoTime;
		this.lines = lines;
		this.start = nanoTime.getAsLong();
		this.told = new AtomicLong(this.start);
	}

	/** One more is done. */
	public void step() {
		step(1);
	}

	/** So many more are done. */
	public void step(int more) {
		tell(this.count.addAndGet(more));
	}

	/** So many are done. */
	void reach(int count) {
		tell(count);
	}

	private void tell(int count) {
		long now = this.nanoTime.getAsLong();
		long last = this.told.get();
		if (now - last >= INTERVAL && this.told.compareAndSet(last, now)) {
			this.lines.accept(String.format(Locale.ROOT, "%s %,d of %,d %s%s", this.done, count, this.total,
					this.things, (count > 0) ? left((double) (now - this.start) / count * (this.total - count)) : ""));
		}
	}

	private static String left(double nanos) {
		long seconds = (long) (nanos / 1e9);
		return ", %s left".formatted((seconds < 90) ? seconds + " s" : (seconds + 30) / 60 + " min");
	}

}
