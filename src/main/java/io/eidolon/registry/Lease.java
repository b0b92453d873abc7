package io.eidolon.registry;

import io.eidolon.inference.Generator;

/**
 * The right to use a generator, which stays open until its last lease is closed, even
 * when another version takes its place meanwhile.
 */
public interface Lease extends AutoCloseable {

	/** The generator, to be used until the lease is closed. */
	Generator generator();

	/** Gives the generator back. Closing again does nothing. */
	@Override
	void close();

}
