package io.eidolon.inference;

import io.eidolon.batching.BatchSettings;
import io.eidolon.batching.Workers;
import io.eidolon.graph.InvalidGraphException;
import io.eidolon.graph.gradient.Gradient;
import io.eidolon.graph.gradient.GradientGraph;
import io.eidolon.graph.gradient.UnsupportedOperatorException;
import io.eidolon.modelcard.InvalidModelCardException;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.modelcard.ModelCards;

/**
 * Opens gradients of one generator from its files. They are read again, so that the
 * weights of generators that only draw are in memory once.
 *
 * @param source where the files are
 * @param card the card of the open generator, which the files must still be those of
 * @param workers the workers of all generators
 * @param settings how the generator itself is batched
 * @param device where the generator runs
 */
record GradientOpener(ModelSource source, ModelCard card, Workers workers, BatchSettings settings, Device device) {

	/**
	 * Opens the gradient of a loss.
	 * @throws NoGradientException when the generator has none
	 * @throws ModelChangedException when its files have changed
	 */
	GeneratorGradient open(GradientLoss loss) {
		CanonicalModel read = read();
		try {
			GradientGraph graph = Gradient.of(read.graph(), loss.of(this.card.image()));
			int batch = Math.min(GeneratorGradient.MAX_BATCH, this.settings.maxBatch());
			return new GeneratorGradient(this.card, GradientSession.open(graph, this.device), this.workers,
					new BatchSettings(Math.max(this.settings.capacity(), GeneratorGradient.AT_ONCE), batch,
							this.settings.onCaller()));
		}
		catch (UnsupportedOperatorException | InvalidGraphException | InvalidGeneratorException ex) {
			throw new NoGradientException(this.card.name(), ex);
		}
	}

	private CanonicalModel read() {
		try {
			CanonicalModel read = CanonicalModel.read(this.source);
			ModelCards.verifyFiles(this.source.folder(), this.card);
			return (this.settings.maxBatch() > 1) ? read : read.oneByOne();
		}
		catch (InvalidGraphException | InvalidModelCardException | IllegalStateException ex) {
			throw new ModelChangedException(this.card.name(), this.card.version(), ex);
		}
	}

}
