package io.eidolon.registry;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;

import org.jspecify.annotations.Nullable;

/**
 * The folder of models as it was at one moment.
 *
 * @param places the fingerprint of each place that holds a model, in the order of their
 * names
 * @param unreadable the folders that could not be read, and why, in one line
 */
record Look(SortedMap<Place, Fingerprint> places, Map<Path, String> unreadable) {

	static final Look NONE = new Look(Collections.emptySortedMap(), Map.of());

	/** The fingerprint of a place, null when nothing is there. */
	@Nullable Fingerprint fingerprint(Place place) {
		return this.places.get(place);
	}

	/**
	 * Whether there is nothing at a place. What is in a folder that cannot be read may be
	 * there still: a file system that is away for a moment takes no model away.
	 */
	boolean misses(Place place) {
		return !this.places.containsKey(place)
				&& this.unreadable.keySet().stream().noneMatch((folder) -> place.path().startsWith(folder));
	}

}
