package io.eidolon.store;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A folder that others fill.
 *
 * @param path the folder, absolute
 */
record LocalFolder(Path path) implements ModelFolder {

	@Override
	public boolean isThere() {
		return true;
	}

	@Override
	public Optional<String> problem() {
		return Optional.empty();
	}

}
