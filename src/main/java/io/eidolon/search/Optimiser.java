package io.eidolon.search;

/** Finds the next latent to evaluate from the loss and its gradient at the last one. */
public interface Optimiser {

	/**
	 * Returns the next latent.
	 * @param z the last latent: what this returned last, or one on the way there
	 * @param loss the loss at z
	 * @param gradient the derivative of the loss in each element of z
	 * @param stepSize how far to go, in units of a latent's standard deviation; ignored
	 * by those that find out by themselves
	 */
	float[] next(float[] z, double loss, float[] gradient, double stepSize);

}
