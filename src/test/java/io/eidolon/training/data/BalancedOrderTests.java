package io.eidolon.training.data;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BalancedOrderTests {

	/** Ninety pictures of one class, and ten and two of others. */
	private static final int[] LABELS = IntStream.range(0, 102).map((i) -> (i < 90) ? 0 : (i < 100) ? 1 : 2).toArray();

	@Test
	void eachClassComesAsOftenAsAnyOther() {
		BalancedOrder order = new BalancedOrder(LABELS, 15, 1);
		for (int step = 0; step < 20; step++) {
			int[] counts = new int[3];
			Arrays.stream(order.positions(step)).forEach((position) -> counts[LABELS[position]]++);
			assertThat(counts).containsExactly(5, 5, 5);
		}
	}

	@Test
	void thePicturesOfAClassAllComeBeforeOneComesAgain() {
		BalancedOrder order = new BalancedOrder(LABELS, 15, 1);
		int[] seen = new int[LABELS.length];
		for (int step = 0; step < 18; step++) {
			Arrays.stream(order.positions(step)).forEach((position) -> seen[position]++);
		}
		// Ninety of each class: each of the first once, of the second 9 times, of the
		// third 45
		for (int i = 0; i < seen.length; i++) {
			assertThat(seen[i]).isEqualTo((i < 90) ? 1 : (i < 100) ? 9 : 45);
		}
	}

	@Test
	void anOrderThatGoesOnIsThatOfAnUnbrokenOne() {
		BalancedOrder unbroken = new BalancedOrder(LABELS, 7, 3);
		for (int step = 0; step < 9; step++) {
			unbroken.positions(step);
		}
		assertThat(new BalancedOrder(LABELS, 7, 3).positions(9)).isEqualTo(unbroken.positions(9));
		assertThat(new BalancedOrder(LABELS, 7, 4).positions(9)).isNotEqualTo(unbroken.positions(9));
	}

}
