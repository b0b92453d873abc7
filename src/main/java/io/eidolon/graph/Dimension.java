package io.eidolon.graph;

/**
 * One axis of an input or output: of a fixed size, or named and known at run time only.
 */
public sealed interface Dimension {

	/** The first axis of every input and output: as many items as a batch holds. */
	Dimension BATCH = dynamic("N");

	/** An axis of this size. */
	static Dimension fixed(long size) {
		if (size < 1) {
			throw new IllegalArgumentException("A dimension (%s) must be at least 1".formatted(size));
		}
		return new Fixed(size);
	}

	/** An axis whose size each run decides; axes of one name are of one size. */
	static Dimension dynamic(String name) {
		return new Dynamic(name);
	}

	/**
	 * An axis whose size the graph decides.
	 *
	 * @param size its size, 0 for a constant without elements
	 */
	record Fixed(long size) implements Dimension {

	}

	/**
	 * An axis whose size the caller decides.
	 *
	 * @param name its name in the graph
	 */
	record Dynamic(String name) implements Dimension {

	}

}
