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
		add(List.of(1, 2, 3));
		add(List.of(11));
		add(List.of(21, 22));
		assertThat(drain()).containsExactly(1, 11, 21, 2, 22, 3);
	}

	@Test
	void aClientThatComesLastGoesBeforeThoseThatHadATurn() {
		add(List.of(1, 2, 3));
		add(List.of(11, 12, 13));
		this.queue.take(1);
		add(List.of(21));
		assertThat(drain()).containsExactly(11, 21, 2, 12, 3, 13);
	}

	@Test
	void groupsThatAllHaveMoreGetFurtherTurns() {
		add(List.of(1, 2, 3));
		add(List.of(11, 12, 13));
		assertThat(this.queue.take(5)).containsExactly(1, 11, 2, 12, 3);
		assertThat(this.queue.take(5)).containsExactly(13);
	}

	@Test
	void whatCompletesAGroupIsNotHeldUpByWhatOthersHaveLeft() {
		add(List.of(1, 2, 3, 4, 5));
		add(List.of(11, 12));
		add(List.of(21));
		assertThat(this.queue.take(8)).containsExactly(1, 11, 21);
		assertThat(this.queue.take(8)).containsExactly(2, 12);
		assertThat(this.queue.take(8)).containsExactly(3, 4, 5);
	}

	@Test
	void whatCompletesAGroupEndsNoTurnOfTheOthers() {
		add(List.of(1));
		add(List.of(11, 12));
		add(List.of(21, 22));
		assertThat(this.queue.take(8)).containsExactly(1, 11, 21);
	}

	@Test
	void whatCompletesAGroupInALaterRoundEndsNoTurnOfTheOthersEither() {
		add(List.of(1, 2));
		add(List.of(11, 12, 13));
		add(List.of(21, 22, 23));
		assertThat(this.queue.take(8)).containsExactly(1, 11, 21, 2, 12, 22);
	}

	@Test
	void anyOfAClientsGroupsIsFoundWhenItIsTakenOut() {
		this.queue.add("a", List.of(1));
		this.queue.add("a", List.of(2, 3));
		this.queue.remove("a", 3);
		this.queue.remove("a", 4);
		assertThat(this.queue.size()).isEqualTo(2);
		assertThat(drain()).containsExactly(1, 2);
	}

	@Test
	void whatIsTakenOutLosesItsTurn() {
		add(List.of(1, 2, 3));
		add(List.of(11));
		this.queue.remove(client(11), 11);
		this.queue.remove(client(2), 2);
		this.queue.remove(client(99), 99);
		assertThat(this.queue.size()).isEqualTo(2);
		assertThat(drain()).containsExactly(1, 3);
	}

	@Test
	void aClientThatComesLastGoesFirstHoweverMuchOthersHaveWaiting() {
		for (int request = 1; request <= 16; request++) {
			this.queue.add("much", List.of(request * 10 + 1, request * 10 + 2, request * 10 + 3));
		}
		this.queue.take(3);
		this.queue.add("seldom", List.of(1));
		assertThat(this.queue.take(2)).contains(1);
	}

	@Test
	void clientsTakeTurnsHoweverManyRequestsEachHas() {
		this.queue.add("a", List.of(1, 2));
		this.queue.add("a", List.of(11));
		this.queue.add("a", List.of(21));
		this.queue.add("b", List.of(31, 32, 33));
		assertThat(drain()).containsExactly(1, 31, 11, 32, 21, 33, 2);
	}

	@Test
	void requestsOfOneClientAreServedTogether() {
		for (int request = 1; request <= 6; request++) {
			this.queue.add("gateway", List.of(request));
		}
		assertThat(this.queue.take(4)).containsExactly(1, 2, 3, 4);
		assertThat(this.queue.take(4)).containsExactly(5, 6);
	}

	@Test
	void oneClientsRequestsFillWhatTheTurnsOfOthersLeave() {
		this.queue.add("a", List.of(1));
		this.queue.add("a", List.of(11));
		this.queue.add("a", List.of(21));
		this.queue.add("b", List.of(31, 32, 33));
		assertThat(this.queue.take(8)).containsExactly(1, 31, 11);
		assertThat(this.queue.take(8)).containsExactly(32, 21);
		assertThat(this.queue.take(8)).containsExactly(33);
	}

	@Test
	void whoHasComeSinceTheLastBatchHasATurnInTheNext() {
		for (int request = 1; request <= 4; request++) {
			this.queue.add("a", List.of(request));
		}
		assertThat(this.queue.take(1)).containsExactly(1);
		this.queue.add("b", List.of(11));
		assertThat(this.queue.take(1)).containsExactly(11);
		this.queue.add("c", List.of(21));
		assertThat(this.queue.take(4)).containsExactly(2, 21, 3, 4);
	}

	@Test
	void clientsThatComeAgainAndAgainDoNotKeepOthersFromTheirTurns() {
		this.queue.add("patient", List.of(1, 2, 3, 4));
		assertThat(this.queue.take(1)).containsExactly(1);
		List<Integer> taken = new ArrayList<>();
		for (int i = 0; i < 9; i++) {
			this.queue.add("new" + i, List.of(100 + i));
			taken.addAll(this.queue.take(1));
		}
		assertThat(taken).containsSubsequence(2, 3, 4);
	}

	@Test
	void anEmptyGroupHasNoTurn() {
		add(List.of());
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
			add(elements);
			expected.addAll(elements);
			taken.addAll(this.queue.take(random.nextInt(4)));
			int gone = 100 * random.nextInt(group + 1);
			if (!taken.contains(gone) && expected.remove(gone)) {
				this.queue.remove(client(gone), gone);
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

	/** Adds elements of a client of their own. */
	private void add(List<Integer> group) {
		this.queue.add(group.isEmpty() ? "none" : client(group.getFirst()), group);
	}

	// Groups of these tests share their tens, or their hundreds.
	private static Object client(int element) {
		return (element < 100) ? element / 10 : -element / 100;
	}

	private List<Integer> drain() {
		List<Integer> elements = new ArrayList<>();
		while (!this.queue.isEmpty()) {
			elements.addAll(this.queue.take(1));
		}
		return elements;
	}

}
