package io.eidolon.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

import io.eidolon.inference.GeneratorFactory;
import io.eidolon.inference.plan.ModelSource;
import io.eidolon.registry.Models.Entry;
import io.eidolon.store.ModelFolder;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The models that serve. {@link FolderWatcher} opens them when the service starts; they
 * are closed when it stops, after the images that were asked for are generated; between,
 * they may come, be replaced and go.
 */
@Component
@Profile("!train")
@EnableConfigurationProperties(ModelsProperties.class)
public final class ModelRegistry implements AutoCloseable {

	private final ModelFolder folder;

	private final String defaultModel;

	private final ModelScanner scanner;

	private final ModelUpdates updates;

	private final AtomicReference<Models> models = new AtomicReference<>(Models.NONE);

	ModelRegistry(ModelsProperties properties, ModelFolder folder, GeneratorFactory factory, PinnedVersions pins,
			MeterRegistry meters) {
		this.folder = folder;
		this.defaultModel = properties.defaultModel();
		this.scanner = new ModelScanner(folder.path());
		RegistryMeters registryMeters = new RegistryMeters(meters);
		this.updates = new ModelUpdates(this.models, new ModelLoader(factory, registryMeters),
				new OpenLimit(properties.maxLoaded(), () -> this.models.get().versions()), pins, properties.licences(),
				properties.openWait());
		registryMeters.watch(this);
	}

	/**
	 * Leases the generator of a model. One that was closed as it was idle is opened
	 * first, for which the caller may wait.
	 * @param name the name of the model, null for the default one
	 * @param version its version, null for the one that is pinned, else the newest
	 * @throws NoModelException when no model serves at all
	 * @throws UnknownModelException when no model of this name serves
	 * @throws UnknownVersionException when the model serves, but not in this version
	 */
	public PendingLease lease(@Nullable String name, @Nullable String version) {
		PendingLease pending = new PendingLease((waiting) -> grant(name, version, waiting));
		grant(name, version, pending);
		return pending;
	}

	private void grant(@Nullable String name, @Nullable String version, PendingLease pending) {
		boolean granted = false;
		while (!granted) {
			// False when another version took the place of this one meanwhile: then that
			// one is leased.
			granted = find(name, version).lease(pending);
		}
	}

	/** The models that serve, by name, each in its version for who asks for none. */
	public List<ServedModel> models() {
		Collection<Versions> all = this.models.get().byName().values();
		return all.stream().map((versions) -> served(versions, versions.preferred())).toList();
	}

	/**
	 * A model that serves.
	 * @param version its version, null for the one that is pinned, else the newest
	 * @throws UnknownModelException when no model of this name serves
	 * @throws UnknownVersionException when the model serves, but not in this version
	 */
	public ServedModel model(String name, @Nullable String version) {
		Versions versions = get(this.models.get(), name);
		return served(versions, versions.get(version));
	}

	/**
	 * The model of requests that name none: {@code eidolon.models.default-model}, also
	 * while it is being opened, else the first by name.
	 * @throws NoModelException when no model serves
	 */
	public String defaultName() {
		return defaultName(this.models.get());
	}

	private String defaultName(Models now) {
		if (now.byName().isEmpty()) {
			throw new NoModelException(absence());
		}
		return (now.byName().containsKey(this.defaultModel) || isOpening(this.defaultModel)) ? this.defaultModel
				: now.byName().firstKey();
	}

	/**
	 * The file of a model's preview, whatever it holds; empty when there is none.
	 * @param version the model's version, null for the one that is pinned, else the
	 * newest
	 * @throws UnknownModelException when no model of this name serves
	 * @throws UnknownVersionException when the model serves, but not in this version
	 */
	public Optional<byte[]> preview(String name, @Nullable String version) {
		return this.models.get().get(name).get(version).location().preview();
	}

	/**
	 * What a model was opened from.
	 * @param version its version, null for the one that is pinned, else the newest
	 * @throws UnknownModelException when no model of this name serves
	 * @throws UnknownVersionException when the model serves, but not in this version
	 * @throws UncheckedIOException when its folder cannot be read
	 */
	public ModelSource source(String name, @Nullable String version) {
		try {
			return this.models.get().get(name).get(version).location().source();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * What is wrong, in one line each, by the location or the setting that it is wrong
	 * at.
	 */
	public Map<String, String> failures() {
		return this.models.get().failures();
	}

	/** Why the models may be out of date; empty when they are not. */
	Optional<String> staleness() {
		return this.folder.problem();
	}

	/** Why no model serves. */
	String absence() {
		Map<String, String> failures = failures();
		return "No model serves: " + staleness().map((problem) -> problem + "; ").orElse("")
				+ (opening().isEmpty() ? "" : "%s are being opened; ".formatted(opening()))
				+ (failures.isEmpty()
						? "%s has no model: no .onnx file, and no folder with one".formatted(this.folder.path())
						: String.join("; ", failures.values()));
	}

	/** The folder of models as it is now. */
	FolderSnapshot scan() {
		return this.scanner.scan();
	}

	/** Waits for models that are being opened, as long as the start may. */
	void awaitOpenings() {
		this.updates.await();
	}

	/** Begins to open what is there, and waits for none of it. */
	void openAhead() {
		this.updates.openAhead(scan());
	}

	/** Brings locations that have changed to what a scan found there. */
	List<Change> refresh(FolderSnapshot snapshot, Predicate<ModelLocation> which) {
		return this.updates.refresh(snapshot, which);
	}

	/** Opens all versions of a model anew. */
	List<Change> reload(String name) {
		return this.updates.reload(scan(), (location) -> isOf(name, location));
	}

	private boolean isOf(String name, ModelLocation location) {
		Entry entry = this.models.get().entry(location);
		return location.isCalled(name) || ((entry != null && entry.version() != null)
				? entry.version().card().name().equals(name) : location.slug().equals(name));
	}

	Models snapshot() {
		return this.models.get();
	}

	/** How many versions serve though their folder is lost. */
	long lost() {
		return this.models.get().lost();
	}

	/** How many generators are open. */
	long open() {
		return this.models.get().versions().stream().filter(ModelVersion::isOpen).count();
	}

	/**
	 * Generates the images that were taken and closes each generator, one that is leased
	 * after its last lease.
	 */
	@Override
	public void close() {
		this.updates.close();
	}

	private ModelVersion find(@Nullable String name, @Nullable String version) {
		Models now = this.models.get();
		return get(now, (name != null) ? name : defaultName(now)).get(version);
	}

	// One that is being opened will be there in a while.
	private Versions get(Models now, String name) {
		try {
			return now.get(name);
		}
		catch (UnknownModelException ex) {
			if (isOpening(name)) {
				throw new ModelUnavailableException(name);
			}
			throw ex;
		}
	}

	private boolean isOpening(String name) {
		return this.updates.opening()
			.stream()
			.anyMatch((location) -> location.isCalled(name) || location.slug().equals(name));
	}

	/** The locations whose models are being opened now. */
	List<String> opening() {
		return this.updates.opening().stream().map(ModelLocation::id).toList();
	}

	private static ServedModel served(Versions versions, ModelVersion version) {
		return new ServedModel(version.card(), version.plan(), versions.names());
	}

}
