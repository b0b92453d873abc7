package io.eidolon.registry;

import io.eidolon.inference.Generator;
import io.eidolon.modelcard.ModelCard;

/**
 * The right to use a generator, which stays open until its last lease is closed, even
 * when another version takes its place meanwhile.
 */
public interface Lease extends AutoCloseable {

	/** The generator, to be used until the lease is closed. */
	Generator generator();

	/** The card of the generator. */
	default ModelCard card() {
		return generator().card();
	}

	/**
	 * Another lease on the same generator, for who may use it for longer.
	 * @throws IllegalStateException when this one is closed
	 */
	Lease another();

	/** Gives the generator back. Closing again does nothing. */
	@Override
	void close();

}
