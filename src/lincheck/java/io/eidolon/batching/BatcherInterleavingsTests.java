package io.eidolon.batching;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import org.jetbrains.lincheck.Lincheck;
import org.junit.jupiter.api.Test;

/**
 * Goes through orders in which the steps of a few threads can follow each other, those of
 * the workers among them. Lincheck chooses the orders, and reports one after which a
 * thread waits for ever as it does one that breaks an assertion.
 */
class BatcherInterleavingsTests {

	/** More orders find more, and take longer. */
	private static final int ORDERS = Integer.getInteger("lincheck.orders", 200);

	@Test
	void eachCallerGetsTheResultOfItsOwnItem() {
		inAnyOrder(() -> {
			Workers workers = new Workers("worker", 1);
			Batcher<Integer, Integer> batcher = batcher(workers);
			AtomicReference<Integer> two = new AtomicReference<>();
			AtomicReference<Integer> three = new AtomicReference<>();
			together(() -> two.set(batcher.submit(2).join()), () -> three.set(batcher.submit(3).join()));
			require(two.get() == 4 && three.get() == 9, "results are mixed up");
			workers.close();
		});
	}

	@Test
	void whatIsSubmittedWhileTheBatcherClosesIsDoneWhenItHasClosed() {
		inAnyOrder(() -> {
			Workers workers = new Workers("worker", 1);
			Batcher<Integer, Integer> batcher = batcher(workers);
			AtomicReference<CompletableFuture<Integer>> future = new AtomicReference<>();
			together(() -> future.set(batcher.submit(2)), batcher::close);
			require(future.get().isDone(), "the item was forgotten");
			require(future.get().isCompletedExceptionally() || future.get().join() == 4, "the result is wrong");
			workers.close();
		});
	}

	@Test
	void cancellingTheLastItemWhileTheBatcherClosesLeavesNothingWaiting() {
		inAnyOrder(() -> {
			Workers workers = new Workers("worker", 1);
			Batcher<Integer, Integer> batcher = batcher(workers);
			CompletableFuture<Integer> future = batcher.submit(2);
			together(() -> future.cancel(false), batcher::close);
			require(future.isDone() && batcher.queued() == 0, "the item was forgotten");
			workers.close();
		});
	}

	@Test
	void whatWasTakenBeforeTheWorkersCloseIsFinished() {
		inAnyOrder(() -> {
			Workers workers = new Workers("worker", 1);
			Batcher<Integer, Integer> batcher = batcher(workers);
			// The next lone item runs on its caller's thread.
			batcher.submit(1).join();
			AtomicReference<Integer> three = new AtomicReference<>();
			together(() -> batcher.submit(2), () -> three.set(batcher.submit(3).join()), workers::close);
			require(three.get() == 9, "the result is wrong");
		});
	}

	private static Batcher<Integer, Integer> batcher(Workers workers) {
		return new Batcher<>("squares", workers, new BatchSettings(8, 2),
				(batch) -> batch.stream().map((item) -> item * item).toList(), BatchListener.NONE);
	}

	private static void inAnyOrder(Runnable steps) {
		Lincheck.runConcurrentTest(ORDERS, steps);
	}

	private static void together(Runnable... actions) {
		List<Thread> threads = Stream.of(actions).map(Thread::new).toList();
		threads.forEach(Thread::start);
		for (Thread thread : threads) {
			try {
				thread.join();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}
	}

	/** AssertJ's own steps would be among those that are put in order. */
	private static void require(boolean holds, String otherwise) {
		if (!holds) {
			throw new AssertionError(otherwise);
		}
	}

}
