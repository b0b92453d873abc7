package io.eidolon.training.sentences;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Ridge regression of the vectors s of captions on the features x of their pictures
 * (Hoerl and Kennard 1970), both standardised. What it says is multiplied by the inverse
 * of {@code C + r I}, C the covariance of the captions' vectors: as in linear
 * discriminant analysis, what captions always differ in counts less than what they hardly
 * ever differ in.
 *
 * @param weights (features, axes), row by row
 * @param bias (axes)
 * @param axes (axes, length), row by row: what it says of features is on these
 */
record SentenceRegression(float[] weights, float[] bias, float[] axes) {

	/** Fewer make the network smaller; further ones say hardly anything. */
	private static final int AXES = 128;

	/** Of features whose variance is 1. */
	private static final double PENALTY = 0.1;

	/** r, as a multiple of the mean variance. */
	private static final double REGULARISED = 3;

	/** Standard deviations below this are rounding errors. */
	private static final double LEAST = 1e-6;

	/**
	 * Fits the regression.
	 * @param features of each picture
	 * @param sentences the vector of each picture's caption
	 */
	static SentenceRegression of(List<float[]> features, List<float[]> sentences) {
		double[] mean = mean(features);
		double[] scale = new double[mean.length];
		for (int j = 0; j < mean.length; j++) {
			double square = 0;
			for (float[] vector : features) {
				square += Math.pow(vector[j] - mean[j], 2) / features.size();
			}
			scale[j] = (Math.sqrt(square) > LEAST) ? 1 / Math.sqrt(square) : 0;
		}
		DMatrixRMaj x = matrix(features, mean, scale);
		double[] none = new double[sentences.getFirst().length];
		Arrays.fill(none, 1);
		DMatrixRMaj s = matrix(sentences, mean(sentences), none);
		DMatrixRMaj gram = inner(x);
		CommonOps_DDRM.addEquals(gram, PENALTY, CommonOps_DDRM.identity(gram.numRows));
		DMatrixRMaj moments = new DMatrixRMaj(x.numCols, s.numCols);
		CommonOps_DDRM.multTransA(1.0 / x.numRows, x, s, moments);
		DMatrixRMaj ridge = solved(gram, moments);
		DMatrixRMaj covariance = inner(s);
		double variance = CommonOps_DDRM.trace(covariance) / covariance.numRows;
		CommonOps_DDRM.addEquals(covariance, REGULARISED * variance, CommonOps_DDRM.identity(covariance.numRows));
		// The covariance is symmetric: its inverse may stand on the right
		DMatrixRMaj inverse = solved(covariance, CommonOps_DDRM.identity(covariance.numRows));
		DMatrixRMaj weights = new DMatrixRMaj(ridge.numRows, ridge.numCols);
		CommonOps_DDRM.mult(ridge, inverse, weights);
		return of(weights, mean, scale);
	}

	/**
	 * The regression of features that are not standardised, on the axes along which its
	 * weights are greatest.
	 */
	private static SentenceRegression of(DMatrixRMaj weights, double[] mean, double[] scale) {
		DMatrixRMaj axes = axes(weights);
		DMatrixRMaj reduced = new DMatrixRMaj(weights.numRows, axes.numCols);
		CommonOps_DDRM.mult(weights, axes, reduced);
		float[] plain = new float[reduced.getNumElements()];
		double[] bias = new double[reduced.numCols];
		for (int j = 0; j < reduced.numRows; j++) {
			for (int k = 0; k < reduced.numCols; k++) {
				double weight = reduced.get(j, k) * scale[j];
				plain[j * reduced.numCols + k] = (float) weight;
				bias[k] -= weight * mean[j];
			}
		}
		CommonOps_DDRM.transpose(axes);
		return new SentenceRegression(plain, floats(bias), floats(axes.getData()));
	}

	/** The first eigenvectors of {@code W'W}, in columns. */
	private static DMatrixRMaj axes(DMatrixRMaj weights) {
		DMatrixRMaj squares = inner(weights);
		EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(squares.numRows, true, true);
		if (!eigen.decompose(squares)) {
			throw new IllegalArgumentException("The features are not finite");
		}
		int[] greatest = IntStream.range(0, squares.numRows)
			.boxed()
			.sorted(Comparator.comparingDouble((Integer k) -> -eigen.getEigenvalue(k).getReal()))
			.limit(AXES)
			.mapToInt(Integer::intValue)
			.toArray();
		DMatrixRMaj axes = new DMatrixRMaj(squares.numRows, greatest.length);
		for (int k = 0; k < greatest.length; k++) {
			CommonOps_DDRM.insert(eigen.getEigenVector(greatest[k]), axes, 0, k);
		}
		return axes;
	}

	/** The same with all that it says multiplied. */
	SentenceRegression times(double factor) {
		float[] product = new float[this.axes.length];
		for (int i = 0; i < product.length; i++) {
			product[i] = (float) (factor * this.axes[i]);
		}
		return new SentenceRegression(this.weights, this.bias, product);
	}

	/** What it says of features. */
	float[] read(float[] features) {
		float[] reduced = this.bias.clone();
		for (int j = 0; j < features.length; j++) {
			for (int k = 0; k < reduced.length; k++) {
				reduced[k] += features[j] * this.weights[j * reduced.length + k];
			}
		}
		int length = this.axes.length / reduced.length;
		float[] read = new float[length];
		for (int k = 0; k < reduced.length; k++) {
			for (int i = 0; i < length; i++) {
				read[i] += reduced[k] * this.axes[k * length + i];
			}
		}
		return read;
	}

	private static float[] floats(double[] values) {
		float[] floats = new float[values.length];
		for (int i = 0; i < floats.length; i++) {
			floats[i] = (float) values[i];
		}
		return floats;
	}

	private static DMatrixRMaj inner(DMatrixRMaj rows) {
		DMatrixRMaj inner = new DMatrixRMaj(rows.numCols, rows.numCols);
		CommonOps_DDRM.multInner(rows, inner);
		CommonOps_DDRM.scale(1.0 / rows.numRows, inner);
		return inner;
	}

	private static DMatrixRMaj solved(DMatrixRMaj matrix, DMatrixRMaj right) {
		LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(matrix.numRows);
		if (!solver.setA(matrix)) {
			throw new IllegalArgumentException("The features are not finite");
		}
		DMatrixRMaj solution = new DMatrixRMaj(matrix.numRows, right.numCols);
		solver.solve(right, solution);
		return solution;
	}

	private static DMatrixRMaj matrix(List<float[]> rows, double[] mean, double[] scale) {
		DMatrixRMaj matrix = new DMatrixRMaj(rows.size(), mean.length);
		for (int i = 0; i < rows.size(); i++) {
			for (int j = 0; j < mean.length; j++) {
				matrix.set(i, j, (rows.get(i)[j] - mean[j]) * scale[j]);
			}
		}
		return matrix;
	}

	private static double[] mean(List<float[]> rows) {
		double[] mean = new double[rows.getFirst().length];
		for (float[] row : rows) {
			for (int j = 0; j < mean.length; j++) {
				mean[j] += row[j] / rows.size();
			}
		}
		return mean;
	}

}
