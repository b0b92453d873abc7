package io.eidolon.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import io.eidolon.inference.Generator;
import io.eidolon.inference.GeneratorFactory;
import io.eidolon.inference.plan.ExecutionPlan.Ports;
import io.eidolon.inference.plan.ModelSource;
import io.eidolon.modelcard.CardDraft;
import io.eidolon.modelcard.ModelCard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens what is at a location, and counts how that went. */
final class ModelLoader {

	private static final Logger logger = LoggerFactory.getLogger(ModelLoader.class);

	private final GeneratorFactory factory;

	private final RegistryMeters meters;

	ModelLoader(GeneratorFactory factory, RegistryMeters meters) {
		this.factory = factory;
		this.meters = meters;
	}

	/**
	 * Does something on a platform thread of its own. Opening a generator is nothing but
	 * computing: a virtual thread would keep others from their carrier meanwhile.
	 */
	static <T> CompletableFuture<T> async(Supplier<T> work) {
		return CompletableFuture.supplyAsync(work, Thread.ofPlatform().daemon().name("model-loader")::start);
	}

	/**
	 * Opens the generator at a location: read, checked and warm.
	 * @throws LoadException when it cannot be opened, with the reason in one line
	 */
	Loaded load(ModelLocation location) {
		long start = System.nanoTime();
		try {
			ModelSource source = location.source();
			requireName(location, source);
			FileTime modified = Files.getLastModifiedTime(source.graph());
			Loaded loaded = new Loaded(this.factory.open(source), modified);
			ModelCard card = loaded.generator().card();
			this.meters.loaded(card.name());
			Ports ports = loaded.generator().plan().ports();
			logger.info("Opened {} version {} from {} in {} ms: inputs {}, output {}, left out {}", card.name(),
					card.version(), location.path(), (System.nanoTime() - start) / 1_000_000, ports.inputs(),
					ports.output(), ports.leftOut());
			return loaded;
		}
		catch (LoadException ex) {
			this.meters.failed(location.name());
			throw ex;
		}
		// Even one whose graph is too much for the memory or the stack must not take the
		// others along.
		catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError ex) {
			this.meters.failed(location.name());
			throw new LoadException(reason(ex), ex);
		}
	}

	// A name belongs to its folder: nobody else can take over who asks for it.
	private static void requireName(ModelLocation location, ModelSource source) {
		CardDraft.read(source.folder()).text("/name").filter((name) -> !location.isNamed(name)).ifPresent((name) -> {
			throw new LoadException("%s: name (%s) must be %s, as its folder or file is called, or be left out"
				.formatted(location.path(), name, location.name()));
		});
	}

	private static String reason(Throwable ex) {
		return switch (ex) {
			case IOException _, UncheckedIOException _, Error _ -> "cannot be read: " + ex;
			default -> (ex.getMessage() != null) ? ex.getMessage() : ex.toString();
		};
	}

	/**
	 * A generator that was opened, to be closed by the caller.
	 *
	 * @param generator the generator
	 * @param modified when its graph was last written
	 */
	record Loaded(Generator generator, FileTime modified) {

	}

}
