package io.eidolon.registry;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
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

	private final ReentrantLock lock = new ReentrantLock();

	/** Guarded by the lock. */
	private boolean closed;

	ModelUpdates(AtomicReference<Models> models, ModelLoader loader, OpenLimit limit, PinnedVersions pins) {
		this.models = models;
		this.loader = loader;
		this.limit = limit;
		this.pins = pins;
	}

	/** Opens what has changed, and lets go what has gone. */
	List<Change> refresh(Look look, Predicate<Place> which) {
		return update(look, which.and((place) -> hasChanged(look, place)));
	}

	/** Opens what is there, changed or not, and lets go what has gone. */
	List<Change> reload(Look look, Predicate<Place> which) {
		return update(look, which);
	}

	private boolean hasChanged(Look look, Place place) {
		Entry entry = this.models.get().entry(place);
		return entry == null || !entry.fingerprint().equals(look.fingerprint(place));
	}

	private List<Change> update(Look look, Predicate<Place> which) {
		List<Change> changes = new ArrayList<>();
		this.lock.lock();
		try {
			publishUnreadable(look.unreadable());
			SortedSet<Place> places = new TreeSet<>(this.models.get().entries().keySet());
			places.addAll(look.places().keySet());
			places.removeIf(which.negate());
			// What has gone goes last, so that a model that only moved is never missing.
			for (Place place : places) {
				Fingerprint fingerprint = look.fingerprint(place);
				if (fingerprint != null && !this.closed) {
					changes.add(load(place, fingerprint, look));
				}
			}
			places.stream().filter(look::misses).map(this::remove).forEach(changes::add);
		}
		finally {
			this.lock.unlock();
		}
		return changes;
	}

	private Change load(Place place, Fingerprint fingerprint, Look look) {
		ModelVersion old = versionAt(place);
		try {
			ModelVersion version = new ModelVersion(place, open(place, look), this.loader, this.limit);
			publish(place, new Entry(fingerprint, version, null));
			if (old != null) {
				old.retire();
			}
			this.limit.enforce();
			return new Change(place.id(), version.card().version(), Outcome.LOADED, null);
		}
		catch (LoadException ex) {
			publish(place, new Entry(fingerprint, old, ex.reason()));
			logger.debug("Left out {}", place.path(), ex);
			if (old == null) {
				logger.error("Left out {}: {}", place.path(), ex.reason());
				return new Change(place.id(), null, Outcome.FAILED, ex.reason());
			}
			logger.error("{} version {} serves on, as {} cannot replace it: {}", old.card().name(),
					old.card().version(), place.path(), ex.reason());
			old.keep();
			return new Change(place.id(), old.card().version(), Outcome.FAILED, ex.reason());
		}
	}

	private Loaded open(Place place, Look look) {
		Loaded loaded = this.loader.load(place);
		ModelCard card = loaded.generator().card();
		for (ModelVersion other : this.models.get().versions()) {
			if (!other.place().equals(place) && !look.misses(other.place()) && other.card().name().equals(card.name())
					&& other.card().version().equals(card.version())) {
				loaded.generator().close();
				throw new LoadException("%s: version (%s) of %s is taken by %s; names or versions must differ"
					.formatted(place.path(), card.version(), card.name(), other.place().path()));
			}
		}
		return loaded;
	}

	private Change remove(Place place) {
		ModelVersion old = versionAt(place);
		publish(place, null);
		if (old != null) {
			logger.info("Removed {} version {}, as {} is gone", old.card().name(), old.card().version(), place.path());
			old.retire();
		}
		return new Change(place.id(), null, Outcome.REMOVED, null);
	}

	private @Nullable ModelVersion versionAt(Place place) {
		Entry entry = this.models.get().entry(place);
		return (entry != null) ? entry.version() : null;
	}

	private void publish(Place place, @Nullable Entry entry) {
		Models before = this.models.get();
		SortedMap<Place, Entry> entries = new TreeMap<>(before.entries());
		if (entry != null) {
			entries.put(place, entry);
		}
		else {
			entries.remove(place);
		}
		this.models.set(Models.of(entries, before.unreadable(), this.pins));
	}

	private void publishUnreadable(Map<Path, String> unreadable) {
		Models before = this.models.get();
		if (!this.closed && !before.unreadable().equals(unreadable)) {
			unreadable.values().forEach(logger::error);
			this.models.set(Models.of(before.entries(), unreadable, this.pins));
		}
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
