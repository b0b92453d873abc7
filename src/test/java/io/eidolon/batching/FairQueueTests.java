package io.eidolon.batching;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FairQueueTests {

	private final FairQueue<Integer> queue = new FairQueue<>();

	@Test
	void groupsTakeTurns() {
		this.queue.add(List.of(1, 2, 3));
		this.queue.add(List.of(11));
		this.queue.add(List.of(21, 22));
		assertThat(drain()).containsExactly(1, 11, 21, 2, 22, 3);
	}

	@Test
	void aGroupThatComesLastWaitsForOneOfEachOther() {
		this.queue.add(List.of(1, 2, 3));
		this.queue.add(List.of(11, 12, 13));
		this.queue.take(1);
		this.queue.add(List.of(21));
		assertThat(drain()).containsExactly(11, 2, 21, 12, 3, 13);
	}

	@Test
	void groupsThatAllHaveMoreGetFurtherTurns() {
		this.queue.add(List.of(1, 2, 3));
		this.queue.add(List.of(11, 12, 13));
		assertThat(this.queue.take(5)).containsExactly(1, 11, 2, 12, 3);
		assertThat(this.queue.take(5)).containsExactly(13);
	}

	@Test
	void whatCompletesAGroupIsNotHeldUpByWhatOthersHaveLeft() {
		this.queue.add(List.of(1, 2, 3, 4, 5));
		this.queue.add(List.of(11, 12));
		this.queue.add(List.of(21));
		assertThat(this.queue.take(8)).containsExactly(1, 11, 21);
		assertThat(this.queue.take(8)).containsExactly(2, 12);
		assertThat(this.queue.take(8)).containsExactly(3, 4, 5);
	}

	@Test
	void whatCompletesAGroupEndsNoTurnOfTheOthers() {
		this.queue.add(List.of(1));
		this.queue.add(List.of(11, 12));
		this.queue.add(List.of(21, 22));
		assertThat(this.queue.take(8)).containsExactly(1, 11, 21);
	}

	@Test
	void whatIsTakenOutLosesItsTurn() {
		this.queue.add(List.of(1, 2, 3));
		this.queue.add(List.of(11));
		this.queue.remove(11);
		this.queue.remove(2);
		this.queue.remove(99);
		assertThat(this.queue.size()).isEqualTo(2);
		assertThat(drain()).containsExactly(1, 3);
	}

	@Test
	void anEmptyGroupHasNoTurn() {
		this.queue.add(List.of());
		assertThat(this.queue.isEmpty()).isTrue();
		assertThat(this.queue.take(1)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5 })
	void everyElementComesOutOnceAndInTheOrderOfItsGroup(long seed) {
		Random random = new Random(seed);
		Set<Integer> expected = new LinkedHashSet<>();
		List<Integer> taken = new ArrayList<>();
		for (int group = 0; group < 200; group++) {
			List<Integer> elements = IntStream.range(100 * group, 100 * group + random.nextInt(6)).boxed().toList();
			this.queue.add(elements);
			expected.addAll(elements);
			taken.addAll(this.queue.take(random.nextInt(4)));
			int gone = 100 * random.nextInt(group + 1);
			if (!taken.contains(gone) && expected.remove(gone)) {
				this.queue.remove(gone);
			}
			assertThat(this.queue.size()).isEqualTo(expected.size() - taken.size());
		}
		taken.addAll(drain());
		assertThat(taken).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(expected);
		for (int group = 0; group < 200; group++) {
			int number = group;
			assertThat(taken.stream().filter((element) -> element / 100 == number)).isSorted();
		}
	}

	private List<Integer> drain() {
		List<Integer> elements = new ArrayList<>();
		while (!this.queue.isEmpty()) {
			elements.addAll(this.queue.take(1));
		}
		return elements;
	}

}
