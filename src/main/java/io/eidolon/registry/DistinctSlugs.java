package io.eidolon.registry;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import io.eidolon.modelcard.ModelName;

/**
 * Keeps models apart whose names differ, but not in what stands for them in addresses:
 * {@code netG} and {@code netg}. The one that is written as its slug keeps it, else the
 * first; the others get a part of a digest of their names.
 */
final class DistinctSlugs {

	private DistinctSlugs() {
	}

	static SortedMap<ModelLocation, Fingerprint> of(SortedMap<ModelLocation, Fingerprint> locations) {
		Map<String, String> holders = new HashMap<>();
		for (ModelLocation location : locations.keySet()) {
			String name = ModelName.normalized(location.name());
			String holder = holders.putIfAbsent(location.slug(), name);
			if (holder != null && name.equals(location.slug())) {
				holders.put(location.slug(), name);
			}
		}
		SortedMap<ModelLocation, Fingerprint> distinct = new TreeMap<>();
		locations.forEach((location, fingerprint) -> {
			boolean holds = ModelName.normalized(location.name()).equals(holders.get(location.slug()));
			distinct.put(holds ? location : location.withDistinctSlug(), fingerprint);
		});
		return distinct;
	}

}
