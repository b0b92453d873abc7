package io.eidolon.directions;

import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class EigenvectorsTests {

	private static final double TOLERANCE = 1e-9;

	private final Random random = new Random(5);

	@Test
	void theMatrixStretchesEachVectorByItsValue() {
		for (int n = 1; n <= 24; n++) {
			double[][] matrix = symmetric(n);
			Eigenvectors found = Eigenvectors.of(matrix);
			for (int k = 0; k < n; k++) {
				double[] v = found.vectors()[k];
				for (int row = 0; row < n; row++) {
					assertThat(dot(matrix[row], v)).isCloseTo(found.values()[k] * v[row], within(TOLERANCE));
				}
			}
		}
	}

	@Test
	void vectorsAreOrthonormalAndTheLargestValueComesFirst() {
		for (int n = 1; n <= 24; n++) {
			Eigenvectors found = Eigenvectors.of(symmetric(n));
			assertThat(found.values()).isSortedAccordingTo((a, b) -> Double.compare(b, a));
			for (int i = 0; i < n; i++) {
				for (int j = 0; j < n; j++) {
					assertThat(dot(found.vectors()[i], found.vectors()[j])).isCloseTo((i == j) ? 1 : 0,
							within(TOLERANCE));
				}
			}
		}
	}

	@Test
	void theTotalIsTheTraceAndTheMatrixStaysAsItIs() {
		double[][] matrix = { { 2, 1 }, { 1, 4 } };
		assertThat(Eigenvectors.of(matrix).total()).isCloseTo(6, within(TOLERANCE));
		assertThat(matrix).isDeepEqualTo(new double[][] { { 2, 1 }, { 1, 4 } });
	}

	@Test
	void equalValuesAndZerosAreNoTrouble() {
		assertThat(Eigenvectors.of(new double[3][3]).values()).containsExactly(0, 0, 0);
		assertThat(Eigenvectors.of(new double[][] { { 1, 0 }, { 0, 1 } }).values()).containsExactly(1, 1);
	}

	private double[][] symmetric(int n) {
		double[][] matrix = new double[n][n];
		for (int row = 0; row < n; row++) {
			for (int column = 0; column <= row; column++) {
				matrix[row][column] = this.random.nextGaussian();
				matrix[column][row] = matrix[row][column];
			}
		}
		return matrix;
	}

	private static double dot(double[] a, double[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++) {
			sum += a[i] * b[i];
		}
		return sum;
	}

}
