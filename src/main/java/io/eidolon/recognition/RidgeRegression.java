package io.eidolon.recognition;

import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Ridge regression of classes on features (Hoerl and Kennard 1970), in closed form:
 * {@code W = (X'X + lambda I)^-1 X'Y}, where a row of Y is 1 at the class of its picture
 * and 0 elsewhere, and the means of both are subtracted. Where there are fewer pictures
 * than features it is {@code W = X'Q Y} with {@code Q = (XX' + lambda I)^-1}, which is
 * the same.
 * <p>
 * What the regression on all pictures but the i-th says of the i-th follows from that on
 * all (Allen 1974): {@code (f_i - h_i y_i) / (1 - h_i)}, where f_i is what the regression
 * on all says and h_i the i-th number on the diagonal of the matrix that makes f of Y.
 * The penalty with the most pictures named right in this way is taken.
 */
final class RidgeRegression {

	/** Of features whose squares add up to 1 on average. */
	private static final List<Double> PENALTIES = List.of(1.0, 0.1, 0.01);

	/** Those that a softmax may be sharpened by. */
	private static final double[] SHARPNESS = DoubleStream.iterate(1, (value) -> value * 1.5).limit(16).toArray();

	private final StandardisedFeatures features;

	private final int[] labels;

	private final double[] shares;

	private final DMatrixRMaj y;

	private RidgeRegression(StandardisedFeatures features, int[] labels, int classes) {
		this.features = features;
		this.labels = labels;
		this.shares = new double[classes];
		for (int label : labels) {
			this.shares[label] += 1.0 / labels.length;
		}
		this.y = new DMatrixRMaj(labels.length, classes);
		for (int i = 0; i < labels.length; i++) {
			for (int c = 0; c < classes; c++) {
				this.y.set(i, c, ((labels[i] == c) ? 1 : 0) - this.shares[c]);
			}
		}
	}

	/**
	 * Fits a classifier.
	 * @param vectors the features of each picture
	 * @param labels the class of each, from 0
	 */
	static Fit fit(List<float[]> vectors, int[] labels, int classes) {
		RidgeRegression regression = new RidgeRegression(StandardisedFeatures.of(vectors), labels, classes);
		Fit best = null;
		for (double penalty : PENALTIES) {
			Fit fit = regression.fit(penalty);
			if (best == null || fit.accuracy() > best.accuracy()) {
				best = fit;
			}
		}
		return Objects.requireNonNull(best);
	}

	private Fit fit(double penalty) {
		DMatrixRMaj x = this.features.matrix();
		boolean few = x.numRows < x.numCols;
		DMatrixRMaj gram = new DMatrixRMaj(few ? x.numRows : x.numCols, few ? x.numRows : x.numCols);
		if (few) {
			CommonOps_DDRM.multOuter(x, gram);
		}
		else {
			CommonOps_DDRM.multInner(x, gram);
		}
		DMatrixRMaj inverse = inverse(gram, penalty);
		DMatrixRMaj weights = new DMatrixRMaj(x.numCols, this.y.numCols);
		double[] leverage = new double[x.numRows];
		if (few) {
			DMatrixRMaj dual = product(inverse, this.y);
			CommonOps_DDRM.multTransA(x, dual, weights);
			for (int i = 0; i < leverage.length; i++) {
				leverage[i] = 1 - penalty * inverse.get(i, i);
			}
		}
		else {
			DMatrixRMaj moments = new DMatrixRMaj(x.numCols, this.y.numCols);
			CommonOps_DDRM.multTransA(x, this.y, moments);
			CommonOps_DDRM.mult(inverse, moments, weights);
			DMatrixRMaj projected = product(x, inverse);
			for (int i = 0; i < leverage.length; i++) {
				for (int j = 0; j < x.numCols; j++) {
					leverage[i] += projected.get(i, j) * x.get(i, j);
				}
			}
		}
		return leftOut(penalty, weights, product(x, weights), leverage);
	}

	private static DMatrixRMaj inverse(DMatrixRMaj gram, double penalty) {
		for (int i = 0; i < gram.numRows; i++) {
			gram.add(i, i, penalty);
		}
		LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(gram.numRows);
		if (!solver.setA(gram)) {
			throw new IllegalArgumentException("the features are not finite");
		}
		DMatrixRMaj inverse = new DMatrixRMaj(gram.numRows, gram.numRows);
		solver.invert(inverse);
		return inverse;
	}

	private static DMatrixRMaj product(DMatrixRMaj a, DMatrixRMaj b) {
		DMatrixRMaj product = new DMatrixRMaj(a.numRows, b.numCols);
		CommonOps_DDRM.mult(a, b, product);
		return product;
	}

	/** Names each picture by the regression on the others. */
	private Fit leftOut(double penalty, DMatrixRMaj weights, DMatrixRMaj fitted, double[] leverage) {
		double[][] scores = new double[this.labels.length][this.shares.length];
		int right = 0;
		for (int i = 0; i < scores.length; i++) {
			double h = Math.min(leverage[i] + 1.0 / scores.length, 1 - 1e-9);
			int greatest = 0;
			for (int c = 0; c < this.shares.length; c++) {
				scores[i][c] = this.shares[c] + (fitted.get(i, c) - h * this.y.get(i, c)) / (1 - h);
				greatest = (scores[i][c] > scores[i][greatest]) ? c : greatest;
			}
			right += (greatest == this.labels[i]) ? 1 : 0;
		}
		return new Fit(this.features.classifier(weights, this.shares, sharpness(scores)), penalty,
				(double) right / scores.length);
	}

	/** What makes the softmax of scores most likely (Guo et al. 2017, section 4). */
	private double sharpness(double[][] scores) {
		double best = 1;
		double most = Double.NEGATIVE_INFINITY;
		for (double sharpness : SHARPNESS) {
			double likelihood = 0;
			for (int i = 0; i < scores.length; i++) {
				double[] sharp = DoubleStream.of(scores[i]).map((score) -> sharpness * score).toArray();
				likelihood += Math.log(Math.max(Softmax.of(sharp)[this.labels[i]], Double.MIN_NORMAL));
			}
			if (likelihood > most) {
				most = likelihood;
				best = sharpness;
			}
		}
		return best;
	}

	/**
	 * A fitted classifier.
	 *
	 * @param classifier the classifier
	 * @param penalty lambda
	 * @param accuracy the share of pictures that are named right by the regression on the
	 * others
	 */
	record Fit(LinearClassifier classifier, double penalty, double accuracy) {

	}

}
