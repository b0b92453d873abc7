package io.eidolon.editing;

import java.util.Map;

import io.eidolon.graph.gradient.Loss;

/**
 * What each pixel is to be, and how much it counts. All constraints on colour become one:
 * the loss is the mean of what they cost, each by its weight.
 *
 * @param colours in the generator's range, (channels, height, width)
 * @param weights which add up to those of the constraints, (height, width)
 */
record Target(float[] colours, float[] weights) {

	/** The inputs of the loss. */
	Map<String, float[]> asked() {
		return Map.of(Loss.TARGET, this.colours, Loss.MASK, this.weights);
	}

}
