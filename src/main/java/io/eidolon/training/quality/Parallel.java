package io.eidolon.training.quality;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Independent pieces of work on a few threads, which end with the call. */
final class Parallel {

	private Parallel() {
	}

	/**
	 * Does every piece once.
	 * @param threads how many are done at once; with 1, the caller does them
	 * @param count how many there are
	 * @param work takes the index of a piece
	 */
	static void forEach(int threads, int count, IntConsumer work) {
		if (threads == 1) {
			IntStream.range(0, count).forEach(work);
			return;
		}
		AtomicInteger next = new AtomicInteger();
		try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
			List<? extends Future<?>> workers = IntStream.range(0, threads)
				.mapToObj((_) -> executor.submit(() -> takeUntil(next, count, work)))
				.toList();
			for (Future<?> worker : workers) {
				worker.get();
			}
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while pictures were described", ex);
		}
	}

	private static void takeUntil(AtomicInteger next, int count, IntConsumer work) {
		for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
			try {
				work.accept(i);
			}
			catch (RuntimeException ex) {
				next.set(count);
				throw ex;
			}
		}
	}

}
