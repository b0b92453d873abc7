package io.eidolon.batching;

/** Refuses items because the batcher takes no more. */
public final class BatcherClosedException extends RuntimeException {

	BatcherClosedException(String name) {
		super(name + " is closed and takes no more");
	}

}
