package io.eidolon.registry;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;

import io.eidolon.registry.Models.Entry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What readers see of the models: each change makes another snapshot. One thread at a
 * time changes it.
 */
final class PublishedModels {

	private static final Logger logger = LoggerFactory.getLogger(PublishedModels.class);

	private final AtomicReference<Models> models;

	private final PinnedVersions pins;

	PublishedModels(AtomicReference<Models> models, PinnedVersions pins) {
		this.models = models;
		this.pins = pins;
	}

	Models now() {
		return this.models.get();
	}

	/** The version that serves from a location, null when there is none. */
	@Nullable ModelVersion versionAt(ModelLocation location) {
		Entry entry = this.models.get().entry(location);
		return (entry != null) ? entry.version() : null;
	}

	/** Says what is at a location now, null for nothing any more. */
	void publish(ModelLocation location, @Nullable Entry entry) {
		Models before = this.models.get();
		SortedMap<ModelLocation, Entry> entries = new TreeMap<>(before.entries());
		if (entry != null) {
			// Another slug makes another key of the same location.
			entries.remove(location);
			entries.put(location, entry);
		}
		else {
			entries.remove(location);
		}
		this.models.set(Models.of(entries, before.unreadable(), this.pins));
	}

	/** Says which folders cannot be read, and keeps what serves from them. */
	void publishProblems(FolderSnapshot snapshot) {
		Models before = this.models.get();
		List<ModelVersion> served = List.copyOf(before.versions());
		Map<Path, String> problems = snapshot.problems(served.stream().map(ModelVersion::location).toList());
		if (!before.unreadable().equals(problems)) {
			problems.forEach((folder, problem) -> {
				if (!problem.equals(before.unreadable().get(folder))) {
					logger.error(problem);
				}
			});
			this.models.set(Models.of(before.entries(), problems, this.pins));
		}
		served.stream().filter((version) -> snapshot.isLost(version.location())).forEach(ModelVersion::keep);
	}

	/** Takes all models away, and returns those that served. */
	Collection<ModelVersion> takeAll() {
		return this.models.getAndSet(Models.NONE).versions();
	}

}
