package io.eidolon.image;

import java.util.function.Supplier;

/**
 * Runs the parts of a long computation one by one, so that others can have their turns
 * between them, and so that it can end between two of them.
 */
public interface Parts {

	/** Runs each part at once. */
	Parts AT_ONCE = new Parts() {

		@Override
		public <T> T run(Supplier<T> part) {
			return part.get();
		}

	};

	/** Runs a part, and returns what it gives. */
	<T> T run(Supplier<T> part);

}
