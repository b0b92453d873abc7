package io.eidolon.registry;

import io.eidolon.inference.Generator;

/**
 * The right to use a generator, which stays open until its last lease is closed, even
 * when another version takes its place meanwhile.
 */
public interface Lease extends AutoCloseable {

	/** The generator, to be used until the lease is closed. */
	Generator generator();

	/**
	 * Another lease on the same generator, for who may use it for longer.
	 * @throws IllegalStateException when this one is closed
	 */
	Lease another();

	/** Gives the generator back. Closing again does nothing. */
	@Override
	void close();

}
