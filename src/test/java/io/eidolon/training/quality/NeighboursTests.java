package io.eidolon.training.quality;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@Tag("libtorch")
class NeighboursTests {

	@Test
	void theNearestComesFirst() {
		Neighbours neighbours = Neighbours.of(TestFeatures.points(1, 0, 10), TestFeatures.points(1, 4, 1, 9, 20), 2);
		assertThat(neighbours.of(0)).containsExactly(1, 0);
		assertThat(neighbours.of(1)).containsExactly(2, 0);
		assertThat(neighbours.distances()).containsExactly(1, 4, 1, 6);
		assertThat(neighbours.farthest()).containsExactly(4, 6);
	}

	@Test
	void agreesWithSortingAllDistances() {
		Random random = new Random(9);
		Features points = TestFeatures.normal(random, 1100, 3, 0, 1);
		Features references = TestFeatures.normal(random, 50, 3, 0, 1);
		Neighbours neighbours = Neighbours.of(points, references, 4);
		for (int point = 0; point < points.count(); point += 99) {
			int p = point;
			int[] sorted = IntStream.range(0, references.count())
				.boxed()
				.sorted(Comparator.comparingDouble((r) -> distance(points, p, references, r)))
				.mapToInt(Integer::intValue)
				.limit(4)
				.toArray();
			assertThat(neighbours.of(point)).containsExactly(sorted);
		}
	}

	@Test
	void agreesWithTheNaiveSearchWhereDistancesDifferByLessThanAFloatTells() {
		// Far from the origin and close to each other, so that the matrix products lose
		// all.
		Random random = new Random(12);
		Features points = TestFeatures.normal(random, 300, 64, 1000, 1);
		float[] values = new float[400 * 64];
		for (int i = 0; i < values.length; i++) {
			values[i] = points.values()[i % 64] + (float) random.nextGaussian(0, 1e-3);
		}
		Features references = new Features(400, 64, values);
		Neighbours neighbours = Neighbours.of(points, references, 5);
		for (int point = 0; point < points.count(); point++) {
			int p = point;
			double[] nearest = IntStream.range(0, references.count())
				.mapToDouble((r) -> distance(points, p, references, r))
				.sorted()
				.limit(5)
				.toArray();
			assertThat(Arrays.copyOfRange(neighbours.distances(), point * 5, point * 5 + 5)).containsExactly(nearest);
		}
	}

	@Test
	void aCopyIsFoundAtNoDistance() {
		Features features = TestFeatures.normal(new Random(10), 20, 300, 50, 1);
		Neighbours neighbours = Neighbours.of(features, features, 1);
		assertThat(neighbours.indexes()).containsExactly(IntStream.range(0, 20).toArray());
		assertThat(neighbours.medianDistance()).isZero();
	}

	@Test
	void theMedianLiesBetweenTheMiddleTwo() {
		Features origin = TestFeatures.points(1, 0);
		assertThat(Neighbours.of(TestFeatures.points(1, 1, 2, 4, 100), origin, 1).medianDistance()).isEqualTo(3);
		assertThat(Neighbours.of(TestFeatures.points(1, 1, 2, 4), origin, 1).medianDistance()).isEqualTo(2);
	}

	@Test
	void fewerReferencesThanNeighboursAreRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Neighbours.of(TestFeatures.points(1, 0), TestFeatures.points(1, 1, 2), 3))
			.withMessage("references (2) must be at least k (3)");
	}

	private static double distance(Features x, int i, Features y, int j) {
		double sum = 0;
		for (int k = 0; k < x.dimension(); k++) {
			double difference = (double) x.values()[i * x.dimension() + k] - y.values()[j * y.dimension() + k];
			sum += difference * difference;
		}
		return Math.sqrt(sum);
	}

}
