package io.eidolon.training.quality;

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
