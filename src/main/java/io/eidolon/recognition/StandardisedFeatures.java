package io.eidolon.recognition;

import java.util.List;

import org.ejml.data.DMatrixRMaj;

/**
 * Features with mean 0 and the same variance each, such that the squares of a picture's
 * features add up to 1 on average.
 *
 * @param matrix (pictures, features)
 * @param mean what was subtracted from each feature
 * @param scale what each was multiplied by then, 0 for those that are always the same
 */
record StandardisedFeatures(DMatrixRMaj matrix, float[] mean, float[] scale) {

	/** Standard deviations below this are rounding errors. */
	private static final double LEAST = 1e-6;

	static StandardisedFeatures of(List<float[]> vectors) {
		int count = vectors.size();
		int length = vectors.getFirst().length;
		float[] mean = new float[length];
		float[] scale = new float[length];
		DMatrixRMaj matrix = new DMatrixRMaj(count, length);
		for (int j = 0; j < length; j++) {
			double sum = 0;
			double squares = 0;
			for (float[] vector : vectors) {
				sum += vector[j];
				squares += (double) vector[j] * vector[j];
			}
			mean[j] = (float) (sum / count);
			double deviation = Math.sqrt(Math.max(0, squares / count - sum / count * (sum / count)));
			scale[j] = (deviation > LEAST) ? (float) (1 / deviation / Math.sqrt(length)) : 0;
			for (int i = 0; i < count; i++) {
				matrix.set(i, j, (vectors.get(i)[j] - mean[j]) * scale[j]);
			}
		}
		return new StandardisedFeatures(matrix, mean, scale);
	}

	/**
	 * The classifier of weights on these features.
	 * @param weights (features, classes)
	 * @param shares of each class, which are what it says of the mean picture
	 */
	LinearClassifier classifier(DMatrixRMaj weights, double[] shares, double sharpness) {
		float[][] rows = new float[weights.numCols][weights.numRows];
		float[] bias = new float[weights.numCols];
		for (int c = 0; c < rows.length; c++) {
			bias[c] = (float) shares[c];
			for (int j = 0; j < weights.numRows; j++) {
				rows[c][j] = (float) weights.get(j, c);
			}
		}
		return new LinearClassifier(this.mean, this.scale, rows, bias, sharpness);
	}

}
