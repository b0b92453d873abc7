package io.eidolon.registry;

import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.Optional;

import io.eidolon.inference.Generator;
import io.eidolon.inference.plan.ExecutionPlan;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.registry.ModelLoader.Loaded;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One version of a model that serves, whether its generator is open now or not. */
final class ModelVersion {

	/** From old to new: versions that someone gave follow those made from a digest. */
	static final Comparator<ModelVersion> AGE = Comparator.comparing(ModelVersion::isNamed)
		.thenComparing((version) -> version.isNamed() ? FileTime.fromMillis(0) : version.modified)
		.thenComparing((version) -> version.card().version(), new VersionOrder());

	private static final Logger logger = LoggerFactory.getLogger(ModelVersion.class);

	private static final String DIGEST_PREFIX = "sha-";

	private final ModelLocation location;

	private final FileTime modified;

	private final ModelLoader loader;

	private final OpenLimit limit;

	private final LeasedGenerator generator;

	private volatile ModelCard card;

	private volatile ExecutionPlan plan;

	private volatile @Nullable String failure;

	private volatile long lastUse;

	ModelVersion(ModelLocation location, Loaded loaded, ModelLoader loader, OpenLimit limit) {
		this.location = location;
		this.modified = loaded.modified();
		this.loader = loader;
		this.limit = limit;
		this.generator = new LeasedGenerator(loaded.generator(), () -> ModelLoader.async(this::reopen), limit::enforce);
		this.card = loaded.generator().card();
		this.plan = loaded.generator().plan();
		this.lastUse = limit.nextUse();
	}

	ModelLocation location() {
		return this.location;
	}

	ModelCard card() {
		return this.card;
	}

	ExecutionPlan plan() {
		return this.plan;
	}

	/** Why it could not be opened again when it was last asked for, null if it could. */
	@Nullable String failure() {
		return this.failure;
	}

	/** When it was last asked for, on the limit's clock. */
	long lastUse() {
		return this.lastUse;
	}

	/** Whether its generator takes up memory, or is about to. */
	boolean isOpen() {
		return this.generator.isOpen();
	}

	/**
	 * Grants a lease of the generator, which may have to be opened first.
	 * @return false when another version has taken the place of this one: then ask again
	 * whoever gave you this one
	 */
	boolean lease(PendingLease pending) {
		this.lastUse = this.limit.nextUse();
		return this.generator.lease(pending);
	}

	/** Keeps the generator open, as the files that it was opened from are gone. */
	void keep() {
		this.generator.keep();
	}

	/**
	 * Takes the generator out while nobody uses it, for the caller to close. It opens
	 * again when it is asked for.
	 */
	Optional<Generator> takeIdle() {
		return this.generator.takeIdle();
	}

	/** Ends the service of this version: the generator closes after its last lease. */
	void retire() {
		this.generator.retire();
	}

	private Generator reopen() {
		try {
			this.limit.enforce();
			Generator opened = this.loader.load(this.location).generator();
			ModelCard found = opened.card();
			if (!found.name().equals(this.card.name()) || !found.version().equals(this.card.version())) {
				opened.close();
				throw new LoadException("%s holds %s version %s now; reload it".formatted(this.location.path(),
						found.name(), found.version()));
			}
			this.card = found;
			this.plan = opened.plan();
			this.failure = null;
			return opened;
		}
		catch (LoadException ex) {
			this.failure = ex.reason();
			logger.error("Cannot open {} again: {}", this.location.path(), ex.reason());
			throw new ModelUnavailableException(this.card.name(), this.card.version(), ex);
		}
	}

	private boolean isNamed() {
		return !this.card.version().startsWith(DIGEST_PREFIX);
	}

}
