package io.eidolon.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import io.eidolon.inference.Generator;
import io.eidolon.inference.GeneratorFactory;
import io.eidolon.inference.plan.ModelSource;
import io.eidolon.modelcard.ModelCard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens what is at a place, and counts how that went. */
final class ModelLoader {

	private static final Logger logger = LoggerFactory.getLogger(ModelLoader.class);

	private final GeneratorFactory factory;

	private final RegistryMeters meters;

	ModelLoader(GeneratorFactory factory, RegistryMeters meters) {
		this.factory = factory;
		this.meters = meters;
	}

	/**
	 * Opens the generator at a place: read, checked and warm. That takes a while of
	 * nothing but computing. On the virtual thread of a request it would keep the thread
	 * that carries it, and others, from theirs; a platform thread shares its core.
	 * @throws LoadException when it cannot be opened, with the reason in one line
	 */
	Loaded load(Place place) {
		try {
			Thread.Builder thread = Thread.ofPlatform().daemon().name("model-loader");
			return CompletableFuture.supplyAsync(() -> open(place), thread::start).join();
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof LoadException failure) ? failure : ex;
		}
	}

	private Loaded open(Place place) {
		long start = System.nanoTime();
		try {
			ModelSource source = place.source();
			FileTime modified = Files.getLastModifiedTime(source.graph());
			Loaded loaded = new Loaded(this.factory.open(source), modified);
			ModelCard card = loaded.generator().card();
			this.meters.loaded(card.name());
			logger.info("Opened {} version {} from {} in {} ms", card.name(), card.version(), place.path(),
					(System.nanoTime() - start) / 1_000_000);
			return loaded;
		}
		// Even one whose graph is too much for the memory or the stack must not take the
		// others along.
		catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError ex) {
			this.meters.failed(place.name());
			throw new LoadException(reason(ex), ex);
		}
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
