package io.eidolon.store;

import java.nio.file.Path;
import java.util.Optional;

/** The folder of models on this machine. */
public interface ModelFolder {

	/** When the folder is filled, of the phases in which the service starts. */
	int PHASE = 0;

	/**
	 * A file in the folder of all models, or the object of a store, by which somebody
	 * says that nothing is lost when no model is left.
	 */
	String MAY_BE_EMPTY = ".no-models";

	/** A folder that others fill. */
	static ModelFolder of(Path path) {
		return new LocalFolder(path.toAbsolutePath().normalize());
	}

	/** The folder itself, absolute. */
	Path path();

	/** Whether it is filled before the service starts. */
	boolean isThere();

	/** Why what is in it may be out of date, in one line; empty when all is well. */
	Optional<String> problem();

}
