package io.eidolon.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.eidolon.graph.TinyGenerators;
import io.eidolon.inference.GeneratorFactory;
import io.eidolon.modelcard.ModelFiles;
import io.eidolon.store.ModelFolder;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Models of several versions on disk, and the registry that serves them. */
final class TestModels {

	private TestModels() {
	}

	/** The registry and what surrounds it; its watcher looks only when it is told to. */
	static ApplicationContextRunner context(Path models) {
		return new ApplicationContextRunner().withBean(MeterRegistry.class, SimpleMeterRegistry::new)
			.withBean(ModelFolder.class, () -> ModelFolder.of(models))
			.withUserConfiguration(GeneratorFactory.class, ModelRegistry.class, PinnedVersions.class,
					FolderWatcher.class, ModelsEndpoint.class, ModelsHealthIndicator.class)
			.withPropertyValues("eidolon.models.refresh=0", "eidolon.models.open-wait=30s",
					"eidolon.inference.workers=1");
	}

	/**
	 * Writes a model, or writes over the one that is there.
	 * @param place where, below the folder of models
	 * @param side the pixels of a side, by which pictures tell which version generated
	 * them
	 */
	static Path write(Path models, String place, String name, String version, int side) {
		Path folder = TinyGenerators.write(models, place, side, 1);
		Path card = folder.resolve(ModelFiles.CARD);
		try {
			Files.writeString(card,
					Files.readString(card)
						.replace("\"name\" : \"%s\"".formatted(place), "\"name\" : \"%s\"".formatted(name))
						.replace("\"version\" : \"1\"", "\"version\" : \"%s\"".formatted(version)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return folder;
	}

	/** The side of the pictures that a leased generator generates. */
	static int side(Lease lease) {
		return (int) Math.sqrt(lease.generator().generate(new float[TinyGenerators.DIMENSION], 0).join().length);
	}

	/** The side of the pictures that a version generates. */
	static int side(ModelRegistry registry, @Nullable String name, @Nullable String version) {
		try (Lease lease = registry.lease(name, version).future().join()) {
			return side(lease);
		}
	}

}
