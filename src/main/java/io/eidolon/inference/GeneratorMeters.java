package io.eidolon.inference;

import java.util.HashMap;
import java.util.Map;

import io.eidolon.modelcard.ModelCard;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;

/**
 * The meters of generators, tagged with {@code model} and {@code version}. Generators of
 * the same version, of which one takes the other's place, share them; they go with the
 * last.
 */
final class GeneratorMeters {

	private final MeterRegistry registry;

	private final Map<Tags, VersionMeters> versions = new HashMap<>();

	GeneratorMeters(MeterRegistry registry) {
		this.registry = registry;
	}

	/** Opens the meters of a generator, which close as it tells that it does. */
	synchronized MeteredGenerator open(ModelCard card) {
		Tags tags = Tags.of("model", card.name(), "version", card.version());
		VersionMeters meters = this.versions.computeIfAbsent(tags, (_) -> new VersionMeters(this.registry, tags));
		MeteredGenerator generator = new MeteredGenerator(meters, this::close);
		meters.generators().add(generator);
		return generator;
	}

	private synchronized void close(MeteredGenerator generator) {
		VersionMeters meters = generator.meters();
		if (meters.generators().remove(generator) && meters.generators().isEmpty()) {
			this.versions.remove(meters.tags());
			meters.close();
		}
	}

}
