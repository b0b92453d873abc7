package io.eidolon.registry;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import io.eidolon.inference.GeneratorFactory;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.registry.Models.Model;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The models that serve. They are opened when the service starts and closed when it
 * stops, after the pictures that were taken are drawn.
 */
@Component
@Profile("!train")
@EnableConfigurationProperties(ModelsProperties.class)
public final class ModelRegistry implements AutoCloseable {

	private final Path path;

	private final String defaultModel;

	private final AtomicReference<Models> models;

	ModelRegistry(ModelsProperties properties, GeneratorFactory factory) {
		this.path = properties.path().toAbsolutePath().normalize();
		this.defaultModel = properties.defaultModel();
		this.models = new AtomicReference<>(ModelScanner.scan(this.path, factory));
	}

	/**
	 * Leases the generator of a model.
	 * @throws UnknownModelException when no model of this name serves
	 */
	public Lease lease(String name) {
		Optional<Lease> lease = Optional.empty();
		while (lease.isEmpty()) {
			// Empty when another took this one's place meanwhile: then that one is
			// leased.
			lease = this.models.get().get(name).generator().lease();
		}
		return lease.get();
	}

	/**
	 * Leases the generator of the default model.
	 * @throws NoModelException when no model serves
	 */
	public Lease leaseDefault() {
		return lease(defaultName());
	}

	/** The cards of the models that serve, by name. */
	public List<ModelCard> cards() {
		return this.models.get().byName().values().stream().map(Model::card).toList();
	}

	/**
	 * The card of a model.
	 * @throws UnknownModelException when no model of this name serves
	 */
	public ModelCard card(String name) {
		return this.models.get().get(name).card();
	}

	/**
	 * The model of requests that name none: {@code eidolon.models.default-model}, else
	 * the first by name.
	 * @throws NoModelException when no model serves
	 */
	public String defaultName() {
		List<String> names = this.models.get().names();
		if (names.isEmpty()) {
			throw new NoModelException(absence());
		}
		return names.contains(this.defaultModel) ? this.defaultModel : names.getFirst();
	}

	/**
	 * A file in a model's folder, such as its preview; it may be missing.
	 * @throws UnknownModelException when no model of this name serves
	 * @throws IllegalArgumentException when the file is not directly in the folder
	 */
	public Path file(String name, String fileName) {
		Path folder = this.models.get().get(name).folder();
		Path file = folder.resolve(fileName).normalize();
		if (!folder.equals(file.getParent())) {
			throw new IllegalArgumentException("file (%s) must be in the folder of %s".formatted(fileName, name));
		}
		return file;
	}

	/** Why a folder was left out, in one line, by the folder's name. */
	public Map<String, String> failures() {
		return this.models.get().failures();
	}

	/** Why no model serves. */
	String absence() {
		Map<String, String> failures = failures();
		return "No model serves: "
				+ (failures.isEmpty() ? "%s has no folder with a %s".formatted(this.path, ModelCard.FILE)
						: String.join("; ", failures.values()));
	}

	/**
	 * Draws the pictures that were taken and closes each generator, one that is leased
	 * after its last lease.
	 */
	@Override
	public void close() {
		this.models.getAndSet(Models.NONE).byName().values().forEach((model) -> model.generator().letGo());
	}

}
