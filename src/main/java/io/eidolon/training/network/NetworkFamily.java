package io.eidolon.training.network;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * A family of networks, of which generator and discriminator are made. Those that come
 * with the trainer are {@link NetworkKind}; a jar on the class path adds others, which
 * {@code META-INF/services/io.eidolon.training.network.NetworkFamily} names, one class a
 * line. docs/networks.md says how, and the tests of this package hold an example.
 */
public interface NetworkFamily {

	/** The value of the setting {@code network} that asks for it: lower-case words. */
	String id();

	/**
	 * Creates a generator. Its initial weights are to follow from libtorch's seed.
	 * @throws IllegalArgumentException for sizes that it cannot be made for, with a
	 * message that names the value and the remedy
	 */
	GeneratorNetwork generator(Architecture architecture);

	/**
	 * Creates a discriminator, likewise. It may leave out any of
	 * {@link Architecture#traits}.
	 */
	DiscriminatorNetwork discriminator(Architecture architecture);

	/** Whether they take the sentence of a caption. */
	default boolean readsText() {
		return false;
	}

	/** Whether they have {@link Architecture#blocks} at each resolution. */
	default boolean hasBlocks() {
		return false;
	}

	/**
	 * Whether the discriminator has batch normalisation unless its traits say otherwise.
	 */
	default boolean normalisesBatches() {
		return false;
	}

	/** All families, those that come with the trainer first. */
	static List<NetworkFamily> all() {
		return Stream
			.concat(Stream.of(NetworkKind.values()),
					ServiceLoader.load(NetworkFamily.class).stream().map(ServiceLoader.Provider::get))
			.toList();
	}

}
