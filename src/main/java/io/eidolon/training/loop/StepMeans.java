package io.eidolon.training.loop;

/**
 * What the players did, averaged over some steps.
 *
 * @param discriminatorLoss J(D)
 * @param generatorLoss J(G)
 * @param real D(x), the mean over real pictures
 * @param fake D(G(z)), the mean over drawn pictures
 */
public record StepMeans(double discriminatorLoss, double generatorLoss, double real, double fake) {

	static final StepMeans NONE = new StepMeans(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

	/** Whether every value is a number. */
	boolean finite() {
		return Double.isFinite(this.discriminatorLoss + this.generatorLoss + this.real + this.fake);
	}

}
