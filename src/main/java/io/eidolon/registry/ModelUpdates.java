package io.eidolon.registry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;

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
 * snapshot is published, and only then the old one is let go. Generators are opened side
 * by side; one that takes long is waited for no longer than any, and comes when it is
 * open.
 */
final class ModelUpdates {

	private static final Logger logger = LoggerFactory.getLogger(ModelUpdates.class);

	private final PublishedModels models;

	private final ModelLoader loader;

	private final OpenLimit limit;

	private final LicencePolicy licences;

	private final ReentrantLock lock = new ReentrantLock();

	private final Openings openings;

	/** How many updates there were. Guarded by the lock, as the field below. */
	private long updates;

	private boolean closed;

	ModelUpdates(AtomicReference<Models> models, ModelLoader loader, OpenLimit limit, PinnedVersions pins,
			LicencePolicy licences, Duration patience) {
		this.openings = new Openings(patience);
		this.models = new PublishedModels(models, pins);
		this.loader = loader;
		this.limit = limit;
		this.licences = licences;
	}

	/** Opens what has changed, and lets go what has gone. */
	List<Change> refresh(FolderSnapshot snapshot, Predicate<ModelLocation> which) {
		return reload(snapshot, which.and((location) -> hasChanged(snapshot, location)));
	}

	private boolean hasChanged(FolderSnapshot snapshot, ModelLocation location) {
		Entry entry = this.models.now().entry(location);
		return !this.openings.isRunning(location)
				&& (entry == null || !entry.fingerprint().equals(snapshot.fingerprint(location)));
	}

	/** Begins to open what is there and not open, and waits for none of it. */
	void openAhead(FolderSnapshot snapshot) {
		begin(snapshot, (location) -> hasChanged(snapshot, location));
	}

	/** Opens what is there, changed or not, and lets go what has gone. */
	List<Change> reload(FolderSnapshot snapshot, Predicate<ModelLocation> which) {
		Begun begun = begin(snapshot, which);
		List<Change> changes = new ArrayList<>(this.openings.await(begun.openings));
		this.lock.lock();
		try {
			// What has gone goes last, so that a model that only moved is never missing.
			begun.locations.stream().filter(snapshot::isGone).map(this::remove).forEach(changes::add);
		}
		finally {
			this.lock.unlock();
		}
		return changes;
	}

	private Begun begin(FolderSnapshot snapshot, Predicate<ModelLocation> which) {
		SortedSet<ModelLocation> locations = new TreeSet<>();
		Map<ModelLocation, CompletableFuture<Change>> started = new LinkedHashMap<>();
		this.lock.lock();
		try {
			if (!this.closed) {
				this.models.publishProblems(snapshot);
			}
			locations.addAll(snapshot.locations().keySet());
			locations.addAll(this.models.now().entries().keySet());
			locations.removeIf(which.negate());
			long update = ++this.updates;
			for (ModelLocation location : locations) {
				Fingerprint fingerprint = snapshot.fingerprint(location);
				if (fingerprint != null && !this.closed) {
					started.put(location,
							this.openings.start(location, () -> load(location, fingerprint, snapshot, update)));
				}
			}
		}
		finally {
			this.lock.unlock();
		}
		return new Begun(locations, started);
	}

	/** Waits for models that are being opened, as long as for any. */
	void await() {
		this.openings.await();
	}

	/** The locations whose models are being opened now. */
	List<ModelLocation> opening() {
		return this.openings.locations();
	}

	private Change load(ModelLocation location, Fingerprint fingerprint, FolderSnapshot snapshot, long update) {
		Optional<String> refusal = this.licences.refusal(location);
		if (refusal.isPresent()) {
			return locked(() -> leaveOut(location, this.models.versionAt(location),
					new Entry(fingerprint, null, refusal.get(), update)));
		}
		try {
			Loaded loaded = this.loader.load(location);
			return locked(() -> take(location, loaded, fingerprint, snapshot, update));
		}
		catch (LoadException ex) {
			return locked(() -> refuse(location, fingerprint, ex, update));
		}
	}

	private Change take(ModelLocation location, Loaded loaded, Fingerprint fingerprint, FolderSnapshot snapshot,
			long update) {
		ModelCard card = loaded.generator().card();
		if (this.closed) {
			loaded.generator().close();
			return new Change(location.id(), null, Outcome.REMOVED, null);
		}
		for (Map.Entry<ModelLocation, Entry> entry : this.models.now().entries().entrySet()) {
			ModelVersion other = entry.getValue().version();
			if (other != null && !entry.getKey().equals(location) && !snapshot.isGone(entry.getKey())
					&& other.card().name().equals(card.name()) && other.card().version().equals(card.version())) {
				// Of those that come together the first in order stays, whichever was
				// open first.
				if (entry.getValue().update() != update || entry.getKey().compareTo(location) < 0) {
					loaded.generator().close();
					return refuse(location, fingerprint, taken(location, card, entry.getKey()), update);
				}
				refuse(entry.getKey(), entry.getValue().fingerprint(), taken(entry.getKey(), card, location), update,
						null);
				other.retire();
			}
		}
		ModelVersion old = this.models.versionAt(location);
		ModelVersion version = new ModelVersion(location, loaded, this.loader, this.limit);
		this.models.publish(location, new Entry(fingerprint, version, null, update));
		if (old != null) {
			old.retire();
		}
		this.limit.enforce();
		return new Change(location.id(), version.card().version(), Outcome.LOADED, null);
	}

	private static LoadException taken(ModelLocation location, ModelCard card, ModelLocation by) {
		return new LoadException("%s: version (%s) of %s is taken by %s; names or versions must differ"
			.formatted(location.path(), card.version(), card.name(), by.path()));
	}

	private Change refuse(ModelLocation location, Fingerprint fingerprint, LoadException ex, long update) {
		return refuse(location, fingerprint, ex, update, this.models.versionAt(location));
	}

	private Change refuse(ModelLocation location, Fingerprint fingerprint, LoadException ex, long update,
			@Nullable ModelVersion old) {
		if (!this.closed) {
			this.models.publish(location, new Entry(fingerprint, old, ex.reason(), update));
		}
		logger.debug("Left out {}", location.path(), ex);
		if (old == null) {
			logger.error("Left out {}: {}", location.path(), ex.reason());
			return new Change(location.id(), null, Outcome.FAILED, ex.reason());
		}
		logger.error("{} version {} serves on, as {} cannot replace it: {}", old.card().name(), old.card().version(),
				location.path(), ex.reason());
		old.keep();
		return new Change(location.id(), old.card().version(), Outcome.FAILED, ex.reason());
	}

	private Change locked(Supplier<Change> work) {
		this.lock.lock();
		try {
			return work.get();
		}
		finally {
			this.lock.unlock();
		}
	}

	private Change leaveOut(ModelLocation location, @Nullable ModelVersion old, Entry entry) {
		this.models.publish(location, entry);
		logger.info("Left out {}: {}", location.path(), entry.failure());
		if (old != null) {
			old.retire();
		}
		return new Change(location.id(), null, Outcome.LEFT_OUT, entry.failure());
	}

	private Change remove(ModelLocation location) {
		ModelVersion old = this.models.versionAt(location);
		this.models.publish(location, null);
		if (old != null) {
			logger.info("Removed {} version {}, as {} is gone", old.card().name(), old.card().version(),
					location.path());
			old.retire();
		}
		return new Change(location.id(), null, Outcome.REMOVED, null);
	}

	/** Lets all generators go, and opens no more. */
	void close() {
		this.lock.lock();
		try {
			this.closed = true;
			this.models.takeAll().forEach(ModelVersion::retire);
		}
		finally {
			this.lock.unlock();
		}
	}

	/** What an update looks at, and what it opens of that. */
	private record Begun(SortedSet<ModelLocation> locations, Map<ModelLocation, CompletableFuture<Change>> openings) {
	}

}
