package io.eidolon.inference;

import java.nio.file.Path;

import io.eidolon.modelcard.ModelCard;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Opens the generators that serve. */
@Component
@Profile("!train")
@EnableConfigurationProperties(InferenceProperties.class)
public final class GeneratorFactory {

	private final InferenceProperties properties;

	private final MeterRegistry meters;

	GeneratorFactory(InferenceProperties properties, MeterRegistry meters) {
		this.properties = properties;
		this.meters = meters;
	}

	/**
	 * Opens the generator in a model's folder, holds its graph against the card and draws
	 * a batch of each size, so that no request pays for a first time.
	 * @throws InvalidGeneratorException when the graph cannot be loaded or run, or takes
	 * or gives something else than the card says
	 */
	public Generator open(Path folder, ModelCard card) {
		Path graph = folder.resolve(ModelCard.GRAPH_FILE);
		GeneratorSession session = GeneratorSession.open(graph);
		try {
			check(graph, session.signature(), Signature.of(card));
			warm(graph, session, card);
		}
		catch (RuntimeException ex) {
			session.close();
			throw ex;
		}
		GeneratorMeters listener = new GeneratorMeters(this.meters, card.name());
		Generator generator = new Generator(card, session, this.properties.batchSettings(), listener);
		listener.watch(generator);
		return generator;
	}

	private static void check(Path graph, Signature found, Signature needed) {
		if (!found.matches(needed)) {
			throw new InvalidGeneratorException(
					"%s is a graph of %s, but its card needs %s".formatted(graph, found, needed));
		}
	}

	private void warm(Path graph, GeneratorSession session, ModelCard card) {
		Levels levels = new Levels(card.image());
		for (int count = 1; count <= this.properties.maxBatch(); count++) {
			int values = draw(graph, session, card, count).length;
			if (values != levels.size(count)) {
				throw new InvalidGeneratorException("%s gives %d values for a batch of %d, but its card needs %d"
					.formatted(graph, values, count, levels.size(count)));
			}
		}
	}

	private static float[] draw(Path graph, GeneratorSession session, ModelCard card, int count) {
		try {
			return session.run(new float[count * card.latent().dimension()],
					card.conditional() ? new long[count] : null, count);
		}
		catch (IllegalStateException ex) {
			throw new InvalidGeneratorException(
					"%s cannot draw a batch of %d: %s".formatted(graph, count, ex.getMessage()), ex);
		}
	}

}
