package io.eidolon.registry;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;

import org.jspecify.annotations.Nullable;

/**
 * The folder of models as it was at one moment.
 *
 * @param locations the fingerprint of each place that holds a model, in the order of
 * their names
 * @param unreadable the folders that could not be read, and why, in one line
 */
record FolderSnapshot(SortedMap<ModelLocation, Fingerprint> locations, Map<Path, String> unreadable) {

	static final FolderSnapshot EMPTY = new FolderSnapshot(Collections.emptySortedMap(), Map.of());

	/** The fingerprint of a location, null when nothing is there. */
	@Nullable Fingerprint fingerprint(ModelLocation location) {
		return this.locations.get(location);
	}

	/**
	 * Whether there is nothing at a location. What is in a folder that cannot be read may
	 * be there still: a file system that is away for a moment takes no model away.
	 */
	boolean isGone(ModelLocation location) {
		return !this.locations.containsKey(location)
				&& this.unreadable.keySet().stream().noneMatch((folder) -> location.path().startsWith(folder));
	}

}
