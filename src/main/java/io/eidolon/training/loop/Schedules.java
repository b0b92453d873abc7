package io.eidolon.training.loop;

/**
 * How settings go along a run.
 *
 * @param learningRate how the step sizes of both networks go
 * @param penalty how the weights of the gradient penalties go
 * @param end the share of its start that a falling setting ends at
 * @param warmup the share of the run over which the step sizes rise from 0
 * @param emaWarmup the share of the steps taken that the average looks back over at most,
 * so that it forgets the initial weights
 */
public record Schedules(Schedule learningRate, Schedule penalty, double end, double warmup, double emaWarmup) {

	/** Returns the factor of the step sizes once this share of the run is over. */
	double learningRate(double progress) {
		double rise = (progress < this.warmup) ? progress / this.warmup : 1;
		return rise * this.learningRate.at(progress, this.end);
	}

	/** Returns the factor of the penalties once this share of the run is over. */
	double penalty(double progress) {
		return this.penalty.at(progress, this.end);
	}

	/**
	 * Returns the decay of the average after this many steps. A decay d looks back over 1
	 * / (1 - d) steps.
	 * @param decay the decay that it ends at
	 */
	double emaDecay(double decay, long step) {
		return Math.min(decay, 1 - 1 / (1 + this.emaWarmup * step));
	}

}
