package io.eidolon.recognition;

import java.util.Arrays;

/**
 * Tells classes from features: {@code s_c = w_c (x - mean) scale + b_c}.
 *
 * @param mean of each feature
 * @param scale what each feature is multiplied by, its mean subtracted
 * @param weights (classes, features)
 * @param bias of each class
 * @param sharpness what scores are multiplied by before the softmax
 */
record LinearClassifier(float[] mean, float[] scale, float[][] weights, float[] bias, double sharpness) {

	int features() {
		return this.mean.length;
	}

	/** Whether its parts are of one length each, and all numbers finite. */
	boolean isConsistent(int classes) {
		return this.mean.length > 0 && this.scale.length == features() && this.bias.length == classes
				&& this.weights.length == classes
				&& Arrays.stream(this.weights).allMatch((row) -> row.length == features() && isFinite(row))
				&& isFinite(this.mean) && isFinite(this.scale) && isFinite(this.bias)
				&& Double.isFinite(this.sharpness);
	}

	/** The probability of each class. */
	double[] probabilities(float[] features) {
		double[] scores = new double[this.bias.length];
		for (int c = 0; c < scores.length; c++) {
			double score = this.bias[c];
			for (int i = 0; i < features.length; i++) {
				score += this.weights[c][i] * (features[i] - this.mean[i]) * this.scale[i];
			}
			scores[c] = this.sharpness * score;
		}
		return Softmax.of(scores);
	}

	private static boolean isFinite(float[] values) {
		for (float value : values) {
			if (!Float.isFinite(value)) {
				return false;
			}
		}
		return true;
	}

}
