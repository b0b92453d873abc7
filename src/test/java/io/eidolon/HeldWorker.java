package io.eidolon;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import io.eidolon.graph.TinyGenerators;
import io.eidolon.inference.Generator;
import io.eidolon.latent.LatentInput;

/** Keeps the only worker busy with a generator until it is let go. */
final class HeldWorker implements AutoCloseable {

	private static final LatentInput INPUT = new LatentInput(new float[TinyGenerators.DIMENSION], 0);

	private final CountDownLatch held = new CountDownLatch(1);

	private final CountDownLatch released = new CountDownLatch(1);

	private HeldWorker() {
	}

	static HeldWorker of(Generator generator) {
		HeldWorker worker = new HeldWorker();
		while (worker.held.getCount() > 0) {
			Thread caller = Thread.currentThread();
			// A stage runs on the worker only when it comes before its picture is done.
			// Two
			// pictures never run on their caller.
			CompletableFuture<Void> tried = generator.generateAll(List.of(INPUT, INPUT))
				.getFirst()
				.thenAccept((picture) -> {
					if (Thread.currentThread() != caller) {
						worker.held.countDown();
						await(worker.released);
					}
				});
			CompletableFuture.anyOf(tried, CompletableFuture.runAsync(() -> await(worker.held))).join();
		}
		return worker;
	}

	void release() {
		this.released.countDown();
	}

	@Override
	public void close() {
		release();
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
