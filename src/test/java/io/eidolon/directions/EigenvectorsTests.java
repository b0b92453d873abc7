package io.eidolon.directions;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class EigenvectorsTests {

	private static final double TOLERANCE = 1e-9;

	@Property(tries = 50, seed = "5")
	void theMatrixStretchesEachVectorByItsValue(@ForAll("symmetric") double[][] matrix) {
		Eigenvectors found = Eigenvectors.of(matrix);
		for (int k = 0; k < matrix.length; k++) {
			double[] v = found.vectors()[k];
			for (int row = 0; row < matrix.length; row++) {
				assertThat(dot(matrix[row], v)).isCloseTo(found.values()[k] * v[row], within(TOLERANCE));
			}
		}
	}

	@Property(tries = 50, seed = "5")
	void vectorsAreOrthonormalAndTheLargestValueComesFirst(@ForAll("symmetric") double[][] matrix) {
		Eigenvectors found = Eigenvectors.of(matrix);
		assertThat(found.values()).isSortedAccordingTo((a, b) -> Double.compare(b, a));
		for (int i = 0; i < matrix.length; i++) {
			for (int j = 0; j < matrix.length; j++) {
				assertThat(dot(found.vectors()[i], found.vectors()[j])).isCloseTo((i == j) ? 1 : 0, within(TOLERANCE));
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

	@Provide
	Arbitrary<double[][]> symmetric() {
		return Arbitraries.integers()
			.between(1, 24)
			.flatMap((n) -> Arbitraries.doubles()
				.between(-3, 3)
				.array(double[].class)
				.ofSize(n * n)
				.map((values) -> symmetric(n, values)));
	}

	private static double[][] symmetric(int n, double[] values) {
		double[][] matrix = new double[n][n];
		for (int row = 0; row < n; row++) {
			for (int column = 0; column <= row; column++) {
				matrix[row][column] = values[row * n + column];
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
