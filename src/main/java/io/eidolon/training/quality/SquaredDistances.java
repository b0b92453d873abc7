package io.eidolon.training.quality;

import io.eidolon.training.network.NewTensor;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Squared Euclidean distances of points x to references y, all pairs at once as
 *
 * <pre>
 * |x - y|^2 = |x|^2 + |y|^2 - 2 x.y
 * </pre>
 *
 * in single precision by matrix products, with a bound on the error, so that a caller can
 * decide by {@link #exact} where rounding could matter. Both sets are moved by the mean
 * of the references first, which makes norms and thereby errors small. The tensors live
 * in the scope around the constructor.
 */
final class SquaredDistances {

	/** Half of the distance from 1 to the next larger float. */
	private static final double UNIT = Math.scalb(1.0, -24);

	private final Features points;

	private final Features references;

	private final Tensor x; // (points, dimension)

	private final Tensor y; // (dimension, references)

	private final Tensor xSquared; // (points, 1)

	private final Tensor ySquared; // (references)

	private final Tensor errors; // (points, 1)

	SquaredDistances(Features points, Features references) {
		this.points = points;
		this.references = references;
		double[] mean = mean(references);
		float[] moved = moved(points, mean);
		float[] known = moved(references, mean);
		float[] xLengths = squaredLengths(moved, points.dimension());
		float[] yLengths = squaredLengths(known, points.dimension());
		this.x = NewTensor.of(moved, points.count(), points.dimension());
		this.y = NewTensor.of(known, references.count(), points.dimension()).t();
		this.xSquared = NewTensor.of(xLengths, points.count(), 1);
		this.ySquared = NewTensor.of(yLengths);
		this.errors = NewTensor.of(errors(xLengths, yLengths, points.dimension()), points.count(), 1);
	}

	private static double[] mean(Features features) {
		double[] mean = new double[features.dimension()];
		for (int i = 0; i < features.values().length; i++) {
			mean[i % mean.length] += features.values()[i] / (double) features.count();
		}
		return mean;
	}

	private static float[] moved(Features features, double[] mean) {
		float[] moved = new float[features.values().length];
		for (int i = 0; i < moved.length; i++) {
			moved[i] = (float) (features.values()[i] - mean[i % mean.length]);
		}
		return moved;
	}

	/** The squared length of each vector. */
	private static float[] squaredLengths(float[] vectors, int dimension) {
		float[] lengths = new float[vectors.length / dimension];
		for (int i = 0; i < lengths.length; i++) {
			double sum = 0;
			for (int j = i * dimension; j < (i + 1) * dimension; j++) {
				sum += (double) vectors[j] * vectors[j];
			}
			lengths[i] = (float) sum;
		}
		return lengths;
	}

	/**
	 * How far distances may be off. A dot product of d terms is off by d u |x| |y| at
	 * most (Higham 2002, "Accuracy and Stability of Numerical Algorithms", equation 3.5),
	 * and 4 |x| |y| are at most (|x| + |y|)^2; moving and adding cost six more roundings.
	 */
	private static float[] errors(float[] xSquared, float[] ySquared, int dimension) {
		double longest = 0;
		for (float squared : ySquared) {
			longest = Math.max(longest, Math.sqrt(squared));
		}
		float[] errors = new float[xSquared.length];
		for (int i = 0; i < errors.length; i++) {
			double both = Math.sqrt(xSquared[i]) + longest;
			errors[i] = (float) (UNIT * (dimension / 2.0 + 6) * both * both);
		}
		return errors;
	}

	/** (rows, references), those of some points. */
	Tensor of(long start, long rows) {
		return torch.addmm(this.ySquared, this.x.narrow(0, start, rows), this.y, new Scalar(1.0), new Scalar(-2.0))
			.add_(this.xSquared.narrow(0, start, rows));
	}

	/** (rows, 1), how far the distances of some points may be off. */
	Tensor errors(long start, long rows) {
		return this.errors.narrow(0, start, rows);
	}

	/** The squared distance of one pair, in double precision. */
	double exact(int point, int reference) {
		int dimension = this.points.dimension();
		float[] a = this.points.values();
		float[] b = this.references.values();
		double sum = 0;
		for (int i = point * dimension, j = reference * dimension; i < (point + 1) * dimension; i++, j++) {
			double difference = (double) a[i] - b[j];
			sum += difference * difference;
		}
		return sum;
	}

}
