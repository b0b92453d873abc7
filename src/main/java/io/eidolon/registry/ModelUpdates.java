package io.eidolon.registry;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

import io.eidolon.modelcard.ModelCard;
import io.eidolon.registry.Change.Outcome;
import io.eidolon.registry.ModelLoader.Loaded;
import io.eidolon.registry.Models.Entry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the models that serve to what was found in their folder. Readers see each change
 * at once and as a whole: a generator is opened beside the one that serves, then a new
 * snapshot is published, and only then the old one is let go. One update runs at a time.
 */
final class ModelUpdates {

	private static final Logger logger = LoggerFactory.getLogger(ModelUpdates.class);

	private final AtomicReference<Models> models;

	private final ModelLoader loader;

	private final OpenLimit limit;

	private final PinnedVersions pins;

	private final LicencePolicy licences;

	private final ReentrantLock lock = new ReentrantLock();

	/** Guarded by the lock. */
	private boolean closed;

	ModelUpdates(AtomicReference<Models> models, ModelLoader loader, OpenLimit limit, PinnedVersions pins,
			LicencePolicy licences) {
		this.models = models;
		this.loader = loader;
		this.limit = limit;
		this.pins = pins;
		this.licences = licences;
	}

	/** Opens what has changed, and lets go what has gone. */
	List<Change> refresh(FolderSnapshot snapshot, Predicate<ModelLocation> which) {
		return update(snapshot, which.and((location) -> hasChanged(snapshot, location)));
	}

	/** Opens what is there, changed or not, and lets go what has gone. */
	List<Change> reload(FolderSnapshot snapshot, Predicate<ModelLocation> which) {
		return update(snapshot, which);
	}

	private boolean hasChanged(FolderSnapshot snapshot, ModelLocation location) {
		Entry entry = this.models.get().entry(location);
		return entry == null || !entry.fingerprint().equals(snapshot.fingerprint(location));
	}

	private List<Change> update(FolderSnapshot snapshot, Predicate<ModelLocation> which) {
		List<Change> changes = new ArrayList<>();
		this.lock.lock();
		try {
			publishProblems(snapshot);
			SortedSet<ModelLocation> locations = new TreeSet<>(this.models.get().entries().keySet());
			locations.addAll(snapshot.locations().keySet());
			locations.removeIf(which.negate());
			// What has gone goes last, so that a model that only moved is never missing.
			for (ModelLocation location : locations) {
				Fingerprint fingerprint = snapshot.fingerprint(location);
				if (fingerprint != null && !this.closed) {
					changes.add(load(location, fingerprint, snapshot));
				}
			}
			locations.stream().filter(snapshot::isGone).map(this::remove).forEach(changes::add);
		}
		finally {
			this.lock.unlock();
		}
		return changes;
	}

	private Change load(ModelLocation location, Fingerprint fingerprint, FolderSnapshot snapshot) {
		ModelVersion old = versionAt(location);
		Optional<String> refusal = this.licences.refusal(location);
		if (refusal.isPresent()) {
			return leaveOut(location, old, new Entry(fingerprint, null, refusal.get()));
		}
		try {
			ModelVersion version = new ModelVersion(location, open(location, snapshot), this.loader, this.limit);
			publish(location, new Entry(fingerprint, version, null));
			if (old != null) {
				old.retire();
			}
			this.limit.enforce();
			return new Change(location.id(), version.card().version(), Outcome.LOADED, null);
		}
		catch (LoadException ex) {
			publish(location, new Entry(fingerprint, old, ex.reason()));
			logger.debug("Left out {}", location.path(), ex);
			if (old == null) {
				logger.error("Left out {}: {}", location.path(), ex.reason());
				return new Change(location.id(), null, Outcome.FAILED, ex.reason());
			}
			logger.error("{} version {} serves on, as {} cannot replace it: {}", old.card().name(),
					old.card().version(), location.path(), ex.reason());
			old.keep();
			return new Change(location.id(), old.card().version(), Outcome.FAILED, ex.reason());
		}
	}

	private Change leaveOut(ModelLocation location, @Nullable ModelVersion old, Entry entry) {
		publish(location, entry);
		logger.info("Left out {}: {}", location.path(), entry.failure());
		if (old != null) {
			old.retire();
		}
		return new Change(location.id(), null, Outcome.LEFT_OUT, entry.failure());
	}

	private Loaded open(ModelLocation location, FolderSnapshot snapshot) {
		Loaded loaded = load(location);
		ModelCard card = loaded.generator().card();
		for (ModelVersion other : this.models.get().versions()) {
			if (!other.location().equals(location) && !snapshot.isGone(other.location())
					&& other.card().name().equals(card.name()) && other.card().version().equals(card.version())) {
				loaded.generator().close();
				throw new LoadException("%s: version (%s) of %s is taken by %s; names or versions must differ"
					.formatted(location.path(), card.version(), card.name(), other.location().path()));
			}
		}
		return loaded;
	}

	private Loaded load(ModelLocation location) {
		try {
			return ModelLoader.async(() -> this.loader.load(location)).join();
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof LoadException failure) ? failure : ex;
		}
	}

	private Change remove(ModelLocation location) {
		ModelVersion old = versionAt(location);
		publish(location, null);
		if (old != null) {
			logger.info("Removed {} version {}, as {} is gone", old.card().name(), old.card().version(),
					location.path());
			old.retire();
		}
		return new Change(location.id(), null, Outcome.REMOVED, null);
	}

	private @Nullable ModelVersion versionAt(ModelLocation location) {
		Entry entry = this.models.get().entry(location);
		return (entry != null) ? entry.version() : null;
	}

	private void publish(ModelLocation location, @Nullable Entry entry) {
		Models before = this.models.get();
		SortedMap<ModelLocation, Entry> entries = new TreeMap<>(before.entries());
		if (entry != null) {
			entries.put(location, entry);
		}
		else {
			entries.remove(location);
		}
		this.models.set(Models.of(entries, before.unreadable(), this.pins));
	}

	private void publishProblems(FolderSnapshot snapshot) {
		Models before = this.models.get();
		List<ModelVersion> served = List.copyOf(before.versions());
		Map<Path, String> problems = snapshot.problems(served.stream().map(ModelVersion::location).toList());
		if (!this.closed && !before.unreadable().equals(problems)) {
			problems.forEach((folder, problem) -> {
				if (!problem.equals(before.unreadable().get(folder))) {
					logger.error(problem);
				}
			});
			this.models.set(Models.of(before.entries(), problems, this.pins));
		}
		served.stream().filter((version) -> snapshot.isLost(version.location())).forEach(ModelVersion::keep);
	}

	/** Lets all generators go, and opens no more. */
	void close() {
		this.lock.lock();
		try {
			this.closed = true;
			this.models.getAndSet(Models.NONE).versions().forEach(ModelVersion::retire);
		}
		finally {
			this.lock.unlock();
		}
	}

}
