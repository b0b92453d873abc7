package io.eidolon.serving;

import java.util.concurrent.atomic.AtomicLong;

import io.eidolon.modelcard.ModelCard.ImageShape;

import org.springframework.stereotype.Component;

/**
 * Shares the heap among the answers in the making, so that many large ones at once cannot
 * exhaust it. Each leaves as much free as it takes: small ones find room beside large
 * ones.
 */
@Component
public class PictureMemory {

	private final long capacity;

	private final AtomicLong used = new AtomicLong();

	PictureMemory(GenerationProperties limits) {
		this.capacity = limits.allPixels();
	}

	/**
	 * Reserves room for the pictures of an answer.
	 * @throws ServiceBusyException when those of others leave none
	 */
	public Reservation reserve(long pixels) {
		long before = this.used.getAndUpdate((used) -> fits(used, pixels) ? used + pixels : used);
		if (!fits(before, pixels)) {
			throw new ServiceBusyException(
					"Answers of %d pixels are in the making, and %d more are too many at once; try again later"
						.formatted(before, pixels));
		}
		return () -> this.used.addAndGet(-pixels);
	}

	/**
	 * Reserves room for pictures that a model draws.
	 * @param scale the factor that they are enlarged by
	 * @throws ServiceBusyException when those of others leave none
	 */
	public Reservation reserve(ImageShape shape, int count, int scale) {
		return reserve((long) count * shape.width() * shape.height() * scale * scale);
	}

	private boolean fits(long used, long pixels) {
		return 2 * pixels <= this.capacity - used;
	}

	/** Room that is given back as it closes, which it does once. */
	@FunctionalInterface
	public interface Reservation extends AutoCloseable {

		@Override
		void close();

	}

}
