package io.eidolon.registry;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.eidolon.store.ModelFolder;
import org.jspecify.annotations.Nullable;

/**
 * The folder of models as it was at one moment.
 *
 * @param locations the fingerprint of each location that holds a model, in the order of
 * their names
 * @param unreadable the folders that could not be read, and why, in one line
 * @param empty the folders that are there, and hold nothing: as one that is mounted does
 * while it is lost
 */
record FolderSnapshot(SortedMap<ModelLocation, Fingerprint> locations, Map<Path, String> unreadable, Set<Path> empty) {

	static final FolderSnapshot EMPTY = new FolderSnapshot(Collections.emptySortedMap(), Map.of(), Set.of());

	/** The fingerprint of a location, null when nothing is there. */
	@Nullable Fingerprint fingerprint(ModelLocation location) {
		return this.locations.get(location);
	}

	/**
	 * Whether there is nothing at a location. What is in a folder that cannot be read, or
	 * that turned empty, may be there still: a file system that is away for a while takes
	 * no model away.
	 */
	boolean isGone(ModelLocation location) {
		return !this.locations.containsKey(location) && !isLost(location);
	}

	/** Whether a location is in a folder that cannot be read, or that is empty. */
	boolean isLost(ModelLocation location) {
		return !this.locations.containsKey(location)
				&& Stream.concat(this.unreadable.keySet().stream(), this.empty.stream())
					.anyMatch((folder) -> location.path().startsWith(folder));
	}

	/**
	 * The folders that are to be seen to, and why, in one line.
	 * @param served what serves
	 */
	Map<Path, String> problems(Collection<ModelLocation> served) {
		Map<Path, String> problems = new TreeMap<>(this.unreadable);
		for (Path folder : this.empty) {
			if (served.stream().anyMatch((location) -> isLost(location) && location.path().startsWith(folder))) {
				problems.put(folder,
						"%s holds no model any more, so what it held serves on; if nothing is to be served from it, %s"
							.formatted(folder, "remove the folder, or put a file %s into the folder of all models"
								.formatted(ModelFolder.MAY_BE_EMPTY)));
			}
		}
		return problems;
	}

}
