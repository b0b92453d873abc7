package io.eidolon.training.anomaly;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import io.eidolon.anomaly.DetectorMethod;
import io.eidolon.graph.OnnxGraph;
import io.eidolon.graph.ir.Graph;
import io.eidolon.inference.plan.CanonicalModel;
import io.eidolon.inference.plan.ModelSource;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.modelcard.ModelFiles;
import io.eidolon.training.data.PictureSet;
import io.eidolon.training.loop.TrainingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Learns how far good pictures are from their nearest pictures of a generator (f-AnoGAN,
 * Schlegl et al. 2019). What it adds: differences of features are whitened, as patches of
 * a memory are.
 *
 * @param network what compares a picture with its reconstruction
 * @param weight kappa of the features
 * @param seed of what is chosen by chance
 */
public record ReconstructionTraining(ReconstructionNetwork network, double weight,
		long seed) implements DetectorTraining {

	private static final Logger logger = LoggerFactory.getLogger(ReconstructionTraining.class);

	private static final int MOST_PATCHES = 20_000;

	/** The least difference of pixels that counts, that of a level of 255. */
	private static final float LEAST = 2f / 255;

	/**
	 * Prepares to train.
	 * @param model the folder of a generator of good pictures, with its encoder
	 * @param side the pixels of a side of the squares that the detector looks at
	 * @throws TrainingException when the model cannot be used
	 */
	public static ReconstructionTraining of(Path model, int side, double weight, long seed) {
		CanonicalModel source = CanonicalModel.read(ModelSource.of(model));
		ModelCard card = source.card();
		if (!Files.isRegularFile(model.resolve(ModelFiles.ENCODER))) {
			throw new TrainingException(
					"%s comes without an %s; train one with the command encode --model=%s --data=<good pictures>"
						.formatted(card.name(), ModelFiles.ENCODER, model));
		}
		if (card.conditional() || card.text() != null) {
			throw new TrainingException(
					"%s takes classes or prompts; a detector needs a generator of good pictures that takes neither"
						.formatted(card.name()));
		}
		int places = PatchNetwork.OF_PLACES.places(side);
		if (card.image().width() != card.image().height() || card.image().width() % places != 0) {
			throw new TrainingException(
					"side (%s) must be one of which an eighth divides the sides of %s's pictures (%s x %s), such as %s"
						.formatted(side, card.name(), card.image().width(), card.image().height(),
								card.image().width()));
		}
		Graph encoder = Graph.of(OnnxGraph.read(model.resolve(ModelFiles.ENCODER), model));
		Graph generator = Graph.of(source.graph());
		if (encoder.opset() != ReconstructionNetwork.OPSET || generator.opset() != ReconstructionNetwork.OPSET) {
			throw new TrainingException("the graphs of %s must be of opset %s, not %s and %s".formatted(card.name(),
					ReconstructionNetwork.OPSET, generator.opset(), encoder.opset()));
		}
		return new ReconstructionTraining(new ReconstructionNetwork(encoder, generator, card.image(), side), weight,
				seed);
	}

	@Override
	public DetectorMethod method() {
		return DetectorMethod.RECONSTRUCTION;
	}

	@Override
	public int side() {
		return this.network.side();
	}

	@Override
	public int places() {
		return this.network.places();
	}

	@Override
	public Double kappa() {
		return this.weight;
	}

	@Override
	public byte[] train(PictureSet good, Runnable check) {
		Random random = new Random(this.seed);
		List<float[]> differences = new PatchSample(MOST_PATCHES, side(), places(), random).of(good,
				this.network.differences(), check);
		logger.info("Learning from {} differences of {} pictures", differences.size(), good.positions());
		double pixels = differences.stream()
			.mapToDouble((difference) -> difference[PatchNetwork.LENGTH])
			.average()
			.orElseThrow();
		differences.replaceAll((difference) -> Arrays.copyOf(difference, PatchNetwork.LENGTH));
		return this.network.findings(Whitening.of(differences, random), Math.max(LEAST, (float) pixels));
	}

}
