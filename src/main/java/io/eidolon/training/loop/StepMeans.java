package io.eidolon.training.loop;

import java.util.Locale;

import io.eidolon.training.distributed.Peers;

/**
 * Losses and outputs, averaged over some steps.
 *
 * @param discriminatorLoss J(D)
 * @param generatorLoss J(G)
 * @param real D(x), the mean over real pictures
 * @param fake D(G(z)), the mean over fake pictures
 */
public record StepMeans(double discriminatorLoss, double generatorLoss, double real, double fake) {

	/** No objective has such losses, but where the weights grow without end. */
	private static final double DIVERGED = 1e6;

	static final StepMeans NONE = new StepMeans(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

	/** The means over all processes, each of which has seen as much. */
	StepMeans over(Peers peers) {
		double[] sums = peers.sum(this.discriminatorLoss, this.generatorLoss, this.real, this.fake);
		int size = peers.size();
		return new StepMeans(sums[0] / size, sums[1] / size, sums[2] / size, sums[3] / size);
	}

	/** Whether a loss is beyond all bounds. */
	boolean diverged() {
		return Math.max(Math.abs(this.discriminatorLoss), Math.abs(this.generatorLoss)) > DIVERGED;
	}

	/** Whether every value is a number. */
	boolean finite() {
		return Double.isFinite(this.discriminatorLoss + this.generatorLoss + this.real + this.fake);
	}

	/** For people, as progress lines have it. */
	@Override
	public String toString() {
		return String.format(Locale.ROOT, "J(D) %.3g, J(G) %.3g, D(x) %.2f, D(G(z)) %.2f", this.discriminatorLoss,
				this.generatorLoss, this.real, this.fake);
	}

}
