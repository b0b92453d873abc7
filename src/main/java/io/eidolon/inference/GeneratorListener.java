package io.eidolon.inference;

import io.eidolon.batching.BatchListener;

/** Hears of what a generator generates, and that it has closed. */
@FunctionalInterface
interface GeneratorListener extends BatchListener {

	/** Tells that the generator is closed. */
	default void onClose() {
	}

}
