package io.eidolon.training.loop;

import java.time.Duration;

import io.eidolon.training.augment.Augmentations;
import io.eidolon.training.network.Architecture;
import io.eidolon.training.network.AttributeReading;
import io.eidolon.training.network.ComputeDevice;
import io.eidolon.training.network.ComputeType;
import io.eidolon.training.network.SentenceAxes;
import io.eidolon.training.objective.Objective;
import io.eidolon.training.objective.Penalties;
import org.jspecify.annotations.Nullable;

/**
 * What the loop needs to know.
 *
 * @param architecture the sizes of the networks
 * @param precision the numbers that the networks compute with while they learn
 * @param objective the losses of both networks
 * @param penalties what is added to the discriminator's loss
 * @param aid the second discriminator, or null
 * @param captionContrast the weight of the contrastive loss between pictures and captions
 * @param discriminatorSteps the steps of D to each one of G, each on a batch of its own
 * @param batch the pictures in a step of D
 * @param learningRate Adam's step size for G
 * @param discriminatorLearningRate Adam's step size for D
 * @param beta1 Adam's decay of the gradient's mean
 * @param beta2 Adam's decay of the squared gradient's mean
 * @param instanceNoise the standard deviation of the noise on what D sees at the start;
 * it falls to 0 along the run
 * @param augmentations the random changes of all that D sees
 * @param captionDropout the share of captions that are left out
 * @param sentenceAxes the axes of the captions, or null where there are none
 * @param attributeReading what captions say of attributes, or null where it is not asked
 * for
 * @param ema the decay of the generator's averaged weights
 * @param schedules how settings go along the run
 * @param seed the seed of weights and latents
 * @param steps the step to end at, or null
 * @param time the time in steps to end after, or null
 * @param exportBest whether the best generator that was measured is exported, not the
 * last
 * @param reportEvery the steps between two reports
 * @param sampleEvery the steps between two sample grids
 * @param checkpointEvery the time between two checkpoints
 * @param options what papers do differently in a step
 * @param device where the networks compute
 */
public record Settings(Architecture architecture, ComputeType precision, Objective objective, Penalties penalties,
		@Nullable VisionAid aid, double captionContrast, int discriminatorSteps, int batch, double learningRate,
		double discriminatorLearningRate, double beta1, double beta2, double instanceNoise, Augmentations augmentations,
		double captionDropout, @Nullable SentenceAxes sentenceAxes, @Nullable AttributeReading attributeReading,
		double ema, Schedules schedules, long seed, @Nullable Long steps, @Nullable Duration time, boolean exportBest,
		int reportEvery, int sampleEvery, Duration checkpointEvery, StepOptions options, ComputeDevice device) {

	/** The real pictures that a step of G and those of D before it take. */
	public long picturesPerStep() {
		return (long) this.discriminatorSteps * this.batch;
	}

	/** Says whether training is complete. */
	boolean complete(long step, Duration elapsed) {
		return (this.steps != null && step >= this.steps) || (this.time != null && elapsed.compareTo(this.time) >= 0);
	}

	/** Returns the share of the run that is over after this many steps, in [0, 1]. */
	double progress(long step, Duration elapsed) {
		double bySteps = (this.steps != null) ? (double) step / this.steps : 0;
		double byTime = (this.time != null) ? (double) elapsed.toNanos() / this.time.toNanos() : 0;
		return Math.min(1, Math.max(bySteps, byTime));
	}

	/** Returns the standard deviation of the noise once this share of the run is over. */
	double noise(double progress) {
		return this.instanceNoise * (1 - progress);
	}

	/** Estimates the time left after this many steps. */
	Duration timeLeft(long step, Duration elapsed, double secondsPerStep) {
		if (this.time != null) {
			return this.time.minus(elapsed);
		}
		long left = (this.steps != null) ? Math.max(0, this.steps - step) : 0;
		return Duration.ofMillis(Math.round(1000 * left * secondsPerStep));
	}

}
