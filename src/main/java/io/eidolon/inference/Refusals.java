package io.eidolon.inference;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

import io.eidolon.batching.BatcherClosedException;
import io.eidolon.batching.QueueFullException;

/** Says in a model's name what its queue refused. */
final class Refusals {

	private Refusals() {
	}

	// A refusal is there at once, and is that of all. Other futures pass as they are, so
	// that they can be cancelled.
	static <T> List<CompletableFuture<T>> named(String model, List<CompletableFuture<T>> futures) {
		if (futures.isEmpty() || futures.getFirst().state() != Future.State.FAILED) {
			return futures;
		}
		return switch (futures.getFirst().exceptionNow()) {
			case QueueFullException ex -> failed(futures.size(), new GeneratorBusyException(model, ex.capacity(), ex));
			case BatcherClosedException ex -> failed(futures.size(), new GeneratorClosedException(model, ex));
			default -> futures;
		};
	}

	private static <T> List<CompletableFuture<T>> failed(int count, RuntimeException refusal) {
		return Collections.nCopies(count, CompletableFuture.failedFuture(refusal));
	}

}
