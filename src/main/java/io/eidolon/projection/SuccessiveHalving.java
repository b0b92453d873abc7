package io.eidolon.projection;

import java.util.stream.IntStream;

/**
 * Which of the candidates go on (Jamieson and Talwalkar 2016, "Non-stochastic best arm
 * identification and hyperparameter optimization"): after an eighth of the steps the
 * better half, after a quarter the better half of these, after a half the best one alone.
 *
 * @param candidates how many begin
 * @param steps how many steps there are
 */
record SuccessiveHalving(int candidates, int steps) {

	/** How often a step is made, by all candidates together. */
	int stepsInAll() {
		return this.candidates + IntStream.range(1, this.steps).map(this::survivors).sum();
	}

	/**
	 * How many go on after a step.
	 * @param step which, from 1
	 */
	int survivors(int step) {
		if (2 * step >= this.steps) {
			return 1;
		}
		int halvings = (4 * step >= this.steps) ? 2 : (8 * step >= this.steps) ? 1 : 0;
		return Math.max(1, Math.ceilDiv(this.candidates, 1 << halvings));
	}

}
