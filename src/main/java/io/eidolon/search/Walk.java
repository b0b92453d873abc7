package io.eidolon.search;

/** Where a descent looks next. */
public interface Walk {

	/**
	 * Returns the point to look at next.
	 * @param z the point that was looked at, which this returned last
	 * @param value the objective at it
	 * @param gradient the derivative of the objective in each element of z
	 * @param length how far to go, in units of a latent's standard deviation; those that
	 * find out by themselves take it as advice or not at all
	 */
	float[] next(float[] z, double value, float[] gradient, double length);

}
