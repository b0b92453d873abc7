package io.eidolon.inference.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SpeedComparisonTests {

	private final AtomicLong time = new AtomicLong();

	private final List<String> order = new ArrayList<>();

	@Test
	void bothRunInTurnsUntilTheBudgetIsSpent() {
		SpeedComparison race = new SpeedComparison(this.time::get, 200);
		double speedup = race.speedup(() -> run("slow", 30), () -> run("fast", 20));
		assertThat(speedup).isEqualTo(1.5);
		assertThat(this.order).containsExactly("slow", "fast", "slow", "fast", "slow", "fast", "slow", "fast");
	}

	@Test
	void theFastestRunOfEachCounts() {
		SpeedComparison race = new SpeedComparison(this.time::get, 0);
		double speedup = race.speedup(() -> run("slow", (this.order.size() == 2) ? 30 : 500),
				() -> run("fast", (this.order.size() == 5) ? 10 : 900));
		assertThat(speedup).isEqualTo(3);
	}

	@Test
	void threeRoundsAreTheLeast() {
		new SpeedComparison(this.time::get, 0).speedup(() -> run("slow", 1), () -> run("fast", 1));
		assertThat(this.order).hasSize(6);
	}

	@Test
	void aHundredRoundsAreTheMost() {
		new SpeedComparison(this.time::get, 1_000_000).speedup(() -> run("slow", 2), () -> run("fast", 1));
		assertThat(this.order).hasSize(200);
	}

	private void run(String name, long duration) {
		this.order.add(name);
		this.time.addAndGet(duration);
	}

}
