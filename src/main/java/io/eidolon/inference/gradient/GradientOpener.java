package io.eidolon.inference.gradient;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.eidolon.batching.BatchSettings;
import io.eidolon.batching.Workers;
import io.eidolon.graph.InvalidGraphException;
import io.eidolon.graph.OnnxGraph;
import io.eidolon.graph.canonical.ImageNetwork;
import io.eidolon.graph.gradient.Gradient;
import io.eidolon.graph.gradient.GradientGraph;
import io.eidolon.graph.gradient.UnsupportedOperatorException;
import io.eidolon.inference.onnx.Device;
import io.eidolon.inference.onnx.InvalidModelException;
import io.eidolon.inference.onnx.RunLimit;
import io.eidolon.inference.plan.CanonicalModel;
import io.eidolon.inference.plan.ModelSource;
import io.eidolon.modelcard.InvalidModelCardException;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.modelcard.ModelCard.ImageShape;
import io.eidolon.modelcard.ModelCards;
import io.eidolon.modelcard.ModelFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens gradients of one generator from its files. They are read again, so that the
 * weights of generators without gradients are in memory once.
 *
 * @param source where the files are
 * @param card the card of the open generator, which the files must still be those of
 * @param workers the workers of all generators
 * @param settings how the generator itself is batched
 * @param device where the generator runs
 */
public record GradientOpener(ModelSource source, ModelCard card, Workers workers, BatchSettings settings,
		Device device) {

	/** How long the first run of an encoder may take. */
	private static final Duration TRIAL_TIME = Duration.ofSeconds(10);

	private static final Logger logger = LoggerFactory.getLogger(GradientOpener.class);

	/**
	 * Opens the gradient of a loss.
	 * @throws NoGradientException when the generator has none
	 * @throws ModelChangedException when its files have changed
	 */
	GeneratorGradient open(GradientLoss loss) {
		CanonicalModel read = read();
		try {
			GradientGraph graph = Gradient.of(read.graph(), loss.of(this.card.image(), this::features)).bounded();
			int batch = (this.device == Device.CPU) ? 1 : Math.min(GeneratorGradient.AT_ONCE, this.settings.maxBatch());
			return new GeneratorGradient(this.card, GradientSession.open(graph, this.device), this.workers,
					new BatchSettings(Math.max(this.settings.capacity(), GeneratorGradient.AT_ONCE), batch,
							this.settings.onCaller()));
		}
		catch (UnsupportedOperatorException | InvalidGraphException | InvalidModelException ex) {
			throw new NoGradientException(this.card.name(), ex);
		}
	}

	/**
	 * Opens a network of images; empty when the model has none, or one that does not fit
	 * it.
	 * @throws ModelChangedException when its file has changed
	 */
	Optional<BatchedExtractor> open(CompanionNetwork kind) {
		if (!this.card.files().containsKey(kind.file())) {
			return Optional.empty();
		}
		try {
			ModelCards.verifyFiles(this.source.folder(), this.card);
			OnnxGraph network = OnnxGraph.read(this.source.folder().resolve(kind.file()), this.source.folder());
			return fitting(kind, FeatureExtractor.open(kind.file(), network.bytes()));
		}
		catch (InvalidModelCardException ex) {
			throw new ModelChangedException(this.card.name(), this.card.version(), ex);
		}
		catch (InvalidModelException | InvalidGraphException ex) {
			logger.warn("{} is served without its {}: {}", this.card.name(), kind.file(), ex.getMessage());
			return Optional.empty();
		}
	}

	// Tried once: what is wrong with it is for the log.
	private Optional<BatchedExtractor> fitting(CompanionNetwork kind, FeatureExtractor network) {
		ImageShape shape = this.card.image();
		try {
			float[] nothing = new float[shape.channels() * shape.height() * shape.width()];
			float[] vector = RunLimit.within(TRIAL_TIME,
					() -> network.run(nothing, 1, shape.channels(), shape.height(), shape.width(), kind.output()));
			if (kind != CompanionNetwork.ENCODER || vector.length == this.card.latent().dimension()) {
				return Optional.of(new BatchedExtractor(this.card.name(), shape, network, kind.output(), this.workers));
			}
			logger.warn("{} is served without its {}, which gives {} numbers instead of {}", this.card.name(),
					kind.file(), vector.length, this.card.latent().dimension());
		}
		catch (RuntimeException ex) {
			logger.warn("{} is served without its {}: {}", this.card.name(), kind.file(), ex.getMessage());
		}
		network.close();
		return Optional.empty();
	}

	private OnnxGraph features() {
		return network(ModelFiles.FEATURES);
	}

	private OnnxGraph network(String name) {
		ImageShape shape = this.card.image();
		return ImageNetwork.of(OnnxGraph.read(this.source.folder().resolve(name), this.source.folder()),
				List.of(1L, (long) shape.channels(), (long) shape.height(), (long) shape.width()));
	}

	/**
	 * Looks at the networks that come with the generator as at the generator itself,
	 * before any of them is run.
	 * @throws InvalidModelException when one of them may not be run
	 */
	public void checkNetworks() {
		for (String name : List.of(ModelFiles.ENCODER, ModelFiles.DISCRIMINATOR, ModelFiles.SENTENCES,
				ModelFiles.FEATURES)) {
			if (this.card.files().containsKey(name)) {
				try {
					network(name);
				}
				catch (InvalidGraphException ex) {
					throw new InvalidModelException(
							"%s: %s".formatted(this.source.folder().resolve(name), ex.getMessage()), ex);
				}
			}
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
