package io.eidolon.training.anomaly;

import java.util.List;
import java.util.Random;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Turns patches p into {@code W (p - mean)}, whose numbers have the variance 1 and
 * nothing in common: a distance then is a Mahalanobis distance, to which what good
 * patches hardly ever differ in counts as much as what they always differ in.
 *
 * @param mean (length) of patches
 * @param matrix (length, length) row by row, to be multiplied by from the right
 */
record Whitening(float[] mean, float[] matrix) {

	/**
	 * A variance counts as this share of the mean variance at least, or noise would
	 * count.
	 */
	private static final double FLOOR = 1e-2;

	/** So many patches tell how patches vary. */
	private static final int MOST_PATCHES = 20_000;

	/** Learns how patches vary. */
	static Whitening of(List<float[]> patches, Random random) {
		int length = patches.getFirst().length;
		List<float[]> some = (patches.size() <= MOST_PATCHES) ? patches
				: random.ints(0, patches.size()).distinct().limit(MOST_PATCHES).mapToObj(patches::get).toList();
		double[] mean = new double[length];
		for (float[] patch : some) {
			for (int i = 0; i < length; i++) {
				mean[i] += patch[i] / some.size();
			}
		}
		DMatrixRMaj covariance = new DMatrixRMaj(length, length);
		double[] away = new double[length];
		for (float[] patch : some) {
			for (int i = 0; i < length; i++) {
				away[i] = patch[i] - mean[i];
				for (int j = 0; j <= i; j++) {
					covariance.add(i, j, away[i] * away[j] / some.size());
				}
			}
		}
		for (int i = 0; i < length; i++) {
			for (int j = 0; j < i; j++) {
				covariance.set(j, i, covariance.get(i, j));
			}
		}
		return new Whitening(floats(mean), inverseRoot(covariance));
	}

	private static float[] inverseRoot(DMatrixRMaj covariance) {
		int length = covariance.numRows;
		double total = 0;
		for (int i = 0; i < length; i++) {
			total += covariance.get(i, i);
		}
		double floor = Math.max(FLOOR * total / length, Float.MIN_NORMAL);
		EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(length, true, true);
		if (!eigen.decompose(covariance)) {
			throw new IllegalArgumentException("The patches have numbers that are not finite");
		}
		float[] matrix = new float[length * length];
		for (int k = 0; k < length; k++) {
			double scale = 1 / Math.sqrt(Math.max(eigen.getEigenvalue(k).getReal(), floor));
			double[] axis = eigen.getEigenVector(k).getData();
			for (int i = 0; i < length; i++) {
				matrix[i * length + k] = (float) (scale * axis[i]);
			}
		}
		return matrix;
	}

	private static float[] floats(double[] values) {
		float[] floats = new float[values.length];
		for (int i = 0; i < floats.length; i++) {
			floats[i] = (float) values[i];
		}
		return floats;
	}

	/** Whitens a patch. */
	float[] of(float[] patch) {
		int length = this.mean.length;
		float[] whitened = new float[length];
		for (int i = 0; i < length; i++) {
			float away = patch[i] - this.mean[i];
			for (int k = 0; k < length; k++) {
				whitened[k] += away * this.matrix[i * length + k];
			}
		}
		return whitened;
	}

}
