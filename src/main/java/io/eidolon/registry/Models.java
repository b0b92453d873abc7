package io.eidolon.registry;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

import io.eidolon.modelcard.ModelCard;

/**
 * The models at one moment.
 *
 * @param byName the models that serve, by the name in their card
 * @param failures why a folder was left out, in one line, by the folder's name
 */
record Models(SortedMap<String, Model> byName, Map<String, String> failures) {

	static final Models NONE = new Models(Collections.emptySortedMap(), Map.of());

	Models {
		byName = Collections.unmodifiableSortedMap(byName);
		failures = Collections.unmodifiableMap(failures);
	}

	Model get(String name) {
		Model model = this.byName.get(name);
		if (model == null) {
			throw new UnknownModelException(name, names());
		}
		return model;
	}

	List<String> names() {
		return List.copyOf(this.byName.keySet());
	}

	/**
	 * A model that serves.
	 *
	 * @param folder where its files are
	 * @param generator its generator
	 */
	record Model(Path folder, SharedGenerator generator) {

		ModelCard card() {
			return this.generator.generator().card();
		}

	}

}
