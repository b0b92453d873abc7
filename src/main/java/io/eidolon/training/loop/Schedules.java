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
 * @param penaltyEnd the share of its start that the weights of penalties end at
 * @param beta2Start Adam's beta2 at the start, from which it goes to its setting along
 * half a wave, or 0 to stay there
 */
public record Schedules(Schedule learningRate, Schedule penalty, double end, double warmup, double emaWarmup,
		double penaltyEnd, double beta2Start) {

	/** Settings that fall to the same share, and a constant beta2. */
	public Schedules(Schedule learningRate, Schedule penalty, double end, double warmup, double emaWarmup) {
		this(learningRate, penalty, end, warmup, emaWarmup, end, 0);
	}

	/** Returns the factor of the step sizes once this share of the run is over. */
	double learningRate(double progress) {
		double rise = (progress < this.warmup) ? progress / this.warmup : 1;
		return rise * this.learningRate.at(progress, this.end);
	}

	/** Returns the factor of the penalties once this share of the run is over. */
	double penalty(double progress) {
		return this.penalty.at(progress, this.penaltyEnd);
	}

	/** Returns Adam's beta2 once this share of the run is over. */
	double beta2(double beta2, double progress) {
		return (this.beta2Start > 0) ? beta2 + (this.beta2Start - beta2) * Schedule.COSINE.at(progress, 0) : beta2;
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
