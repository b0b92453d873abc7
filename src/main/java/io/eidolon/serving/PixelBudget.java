package io.eidolon.serving;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import io.eidolon.batching.Priority;

import org.springframework.stereotype.Component;

/**
 * Shares the heap among the answers in the making, so that many large ones at once cannot
 * exhaust it. Each leaves as much free as it takes: small ones find room beside large
 * ones.
 */
@Component
class PixelBudget {

	private final long capacity;

	private final AtomicLong used = new AtomicLong();

	PixelBudget(ServingProperties limits) {
		this.capacity = limits.allPixels();
	}

	/** How many pixels one answer may have at most, when there is no other. */
	long most() {
		return this.capacity / 2;
	}

	/**
	 * Takes a share for the images of an answer. What nobody waits for leaves three
	 * quarters to requests, unless there is nothing else.
	 * @throws ServiceBusyException when those of others leave none
	 */
	Share take(long pixels, Priority priority) {
		long most = (priority == Priority.REQUEST) ? this.capacity : this.capacity / 2;
		long before = this.used.getAndUpdate((used) -> fits(used, pixels, most) ? used + pixels : used);
		if (!fits(before, pixels, most)) {
			throw new ServiceBusyException(
					"Answers of %s pixels are in the making, and %s more are too many at once; try again later"
						.formatted(before, pixels));
		}
		return new Share(pixels);
	}

	private boolean fits(long used, long pixels, long most) {
		return 2 * pixels <= ((used == 0) ? this.capacity : most - used);
	}

	/** Pixels of one answer. */
	final class Share {

		private final long pixels;

		private final AtomicBoolean givenBack = new AtomicBoolean();

		private Share(long pixels) {
			this.pixels = pixels;
		}

		/** Gives the share back. Doing so again does nothing. */
		void giveBack() {
			if (this.givenBack.compareAndSet(false, true)) {
				PixelBudget.this.used.addAndGet(-this.pixels);
			}
		}

	}

}
