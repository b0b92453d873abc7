package io.eidolon.training;

import io.eidolon.modelcard.ModelCard;
import io.eidolon.training.data.PictureSet;
import io.eidolon.training.loop.Progress;
import io.eidolon.training.metrics.QualityJournal;
import io.eidolon.training.network.GeneratorNetwork;
import io.eidolon.training.quality.QualitySpace;
import io.eidolon.training.quality.QualityMeasure;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds pictures out of training, where settings ask for it, and evaluates the run on
 * them.
 */
final class RunEvaluation implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(RunEvaluation.class);

	private final PictureSet training;

	private final @Nullable QualitySpace space;

	private final @Nullable QualityJournal journal;

	/**
	 * Splits the pictures, and prepares to measure.
	 * @param measuring whether this process is the one that measures
	 */
	RunEvaluation(TrainingProperties properties, PictureSet all, MeterRegistry meters, boolean measuring) {
		double share = properties.heldOutShare();
		PictureSet.@Nullable Split split = (share > 0) ? all.split(share) : null;
		this.training = (split != null) ? split.training() : all;
		QualitySettings quality = properties.quality();
		if (quality.pictures() == 0 || !measuring) {
			this.space = null;
			this.journal = null;
			return;
		}
		this.space = QualitySpace.open(
				(quality.features() != null) ? quality.features()
						: QualitySpace.suiting(properties.imageSize().shorter()),
				(properties.threads() != null) ? properties.threads() : Runtime.getRuntime().availableProcessors());
		try {
			PictureSet real = (split != null) ? split.heldOut() : all;
			logger.info("Measuring quality in {} features, against {} pictures that are {}", this.space.name(),
					Math.min(real.size(), quality.pictures()),
					(split != null) ? "held out" : "trained on as well: held-out is 0");
			this.journal = new QualityJournal(properties.run(), meters, properties.name(),
					new QualityMeasure(this.space, real, split != null, quality.pictures(), properties.decoded()),
					quality.every());
		}
		catch (RuntimeException ex) {
			this.space.close();
			throw ex;
		}
	}

	/** The pictures to train on. */
	PictureSet training() {
		return this.training;
	}

	/** What measures along the way, or null. */
	@Nullable QualityJournal journal() {
		return this.journal;
	}

	/** Measures a generator at its end, if quality is to be measured. */
	ModelCard.@Nullable Quality measure(Progress progress, GeneratorNetwork generator) {
		return (this.journal != null) ? this.journal.measure(progress.step(), generator) : null;
	}

	@Override
	public void close() {
		if (this.space != null) {
			this.space.close();
		}
	}

}
