package io.eidolon.directions;

import java.util.Comparator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * The eigenvectors of a symmetric matrix.
 *
 * @param values the eigenvalues, the largest first
 * @param vectors a unit vector for each value
 */
record Eigenvectors(double[] values, double[][] vectors) {

	/**
	 * Finds the eigenvectors of a matrix, which stays as it is.
	 * @throws IllegalArgumentException when it has none, as its numbers are not finite
	 */
	static Eigenvectors of(double[][] symmetric) {
		int n = symmetric.length;
		EigenDecomposition_F64<DMatrixRMaj> found = DecompositionFactory_DDRM.eig(n, true, true);
		if (!found.decompose(new DMatrixRMaj(symmetric))) {
			throw new IllegalArgumentException("the matrix of %s rows has no eigenvectors".formatted(n));
		}
		double[] values = IntStream.range(0, n).mapToDouble((i) -> found.getEigenvalue(i).getReal()).toArray();
		int[] order = IntStream.range(0, n)
			.boxed()
			.sorted(Comparator.comparingDouble((Integer i) -> values[i]).reversed())
			.mapToInt(Integer::intValue)
			.toArray();
		return new Eigenvectors(IntStream.of(order).mapToDouble((i) -> values[i]).toArray(),
				IntStream.of(order).mapToObj((i) -> found.getEigenVector(i).getData()).toArray(double[][]::new));
	}

	/** The trace: what the values are shares of. */
	double total() {
		return DoubleStream.of(this.values).sum();
	}

}
