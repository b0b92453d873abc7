package io.eidolon.directions;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The eigenvectors of a symmetric matrix, by cyclic Jacobi rotations (Golub and Van Loan
 * 2013, "Matrix Computations", algorithm 8.5.3).
 *
 * @param values the eigenvalues, the largest first
 * @param vectors a unit vector for each value
 */
record Eigenvectors(double[] values, double[][] vectors) {

	/** More than any matrix has been seen to need. */
	private static final int MAX_SWEEPS = 30;

	private static final double TOLERANCE = 1e-12;

	/** Finds the eigenvectors of a matrix, which stays as it is. */
	static Eigenvectors of(double[][] symmetric) {
		int n = symmetric.length;
		double[][] a = IntStream.range(0, n).mapToObj((i) -> symmetric[i].clone()).toArray(double[][]::new);
		double[][] v = new double[n][n]; // (vector, component)
		for (int i = 0; i < n; i++) {
			v[i][i] = 1;
		}
		for (int sweep = 0; sweep < MAX_SWEEPS && !isDiagonal(a); sweep++) {
			for (int p = 0; p < n - 1; p++) {
				for (int q = p + 1; q < n; q++) {
					rotate(a, v, p, q);
				}
			}
		}
		int[] order = IntStream.range(0, n)
			.boxed()
			.sorted(Comparator.comparingDouble((Integer i) -> a[i][i]).reversed())
			.mapToInt(Integer::intValue)
			.toArray();
		return new Eigenvectors(IntStream.of(order).mapToDouble((i) -> a[i][i]).toArray(),
				IntStream.of(order).mapToObj((i) -> v[i]).toArray(double[][]::new));
	}

	/** The trace: what the values are shares of. */
	double total() {
		double total = 0;
		for (double value : this.values) {
			total += value;
		}
		return total;
	}

	private static boolean isDiagonal(double[][] a) {
		double off = 0;
		double all = 0;
		for (int i = 0; i < a.length; i++) {
			for (int j = 0; j < a.length; j++) {
				double square = a[i][j] * a[i][j];
				all += square;
				off += (i != j) ? square : 0;
			}
		}
		return off <= TOLERANCE * TOLERANCE * all;
	}

	/** Makes a[p][q] zero by turning the plane of the axes p and q. */
	private static void rotate(double[][] a, double[][] v, int p, int q) {
		if (a[p][q] == 0) {
			return;
		}
		double tau = (a[q][q] - a[p][p]) / (2 * a[p][q]);
		double t = Math.copySign(1, tau) / (Math.abs(tau) + Math.sqrt(1 + tau * tau));
		double c = 1 / Math.sqrt(1 + t * t);
		double s = t * c;
		for (int i = 0; i < a.length; i++) {
			double ip = a[i][p];
			double iq = a[i][q];
			a[i][p] = c * ip - s * iq;
			a[i][q] = s * ip + c * iq;
		}
		turn(a, p, q, c, s);
		turn(v, p, q, c, s);
	}

	private static void turn(double[][] rows, int p, int q, double c, double s) {
		for (int i = 0; i < rows.length; i++) {
			double pi = rows[p][i];
			double qi = rows[q][i];
			rows[p][i] = c * pi - s * qi;
			rows[q][i] = s * pi + c * qi;
		}
	}

}
