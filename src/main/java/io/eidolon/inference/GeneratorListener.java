package io.eidolon.inference;

import io.eidolon.batching.BatchListener;

/** Hears of what a generator draws, and that it has closed. */
@FunctionalInterface
interface GeneratorListener extends BatchListener {

	/** Tells that the generator draws no more. */
	default void onClose() {
	}

}
