package io.eidolon.editing;

import java.util.List;

import io.eidolon.search.Candidate;
import io.eidolon.search.TestCandidates;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DiverseSelectionTests {

	private final DiverseSelection selection = new DiverseSelection(2);

	private final Candidate best = TestCandidates.of(1, 0, 0);

	private final Candidate twin = TestCandidates.of(2, 0.03f, 0.03f);

	private final Candidate other = TestCandidates.of(3, 0.05f, 0.05f);

	private final Candidate worst = TestCandidates.of(4, 1, -1);

	private final List<Candidate> all = List.of(this.worst, this.other, this.twin, this.best);

	@Test
	void theBestComeFirstAndThoseThatLookTheSameAreLeftOut() {
		assertThat(this.selection.select(this.all, 3)).containsExactly(this.best, this.other, this.worst);
		assertThat(this.selection.select(this.all, 1)).containsExactly(this.best);
	}

	@Test
	void whereTooFewDifferTheBestOfTheOthersFillUp() {
		assertThat(this.selection.select(this.all, 4)).containsExactly(this.best, this.other, this.worst, this.twin);
		assertThat(this.selection.select(List.of(this.twin, this.best), 2)).containsExactly(this.best, this.twin);
	}

	@Test
	void fewerThanAreWantedAreAllSelected() {
		assertThat(this.selection.select(List.of(this.twin, this.worst), 5)).containsExactly(this.twin, this.worst);
	}

}
