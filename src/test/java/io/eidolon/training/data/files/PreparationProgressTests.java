package io.eidolon.training.data.files;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PreparationProgressTests {

	private final AtomicLong clock = new AtomicLong();

	private final List<String> lines = new ArrayList<>();

	@Test
	void aLineComesEveryFiveSecondsWithAnEstimate() {
		decode(new PreparationProgress("Decoded", "pictures", 10_000, this.clock::get, this.lines::add), 1200,
				Duration.ofMillis(10));
		assertThat(this.lines).containsExactly("Decoded 500 of 10,000 pictures, 2 min left",
				"Decoded 1,000 of 10,000 pictures, 2 min left");
	}

	@Test
	void aShortWayIsToldInSeconds() {
		decode(new PreparationProgress("Decoded", "pictures", 1000, this.clock::get, this.lines::add), 1000,
				Duration.ofMillis(6));
		assertThat(this.lines).containsExactly("Decoded 834 of 1,000 pictures, 0 s left");
	}

	@Test
	void whatIsQuickIsNotToldAtAll() {
		decode(new PreparationProgress("Decoded", "pictures", 1000, this.clock::get, this.lines::add), 1000,
				Duration.ofMillis(4));
		assertThat(this.lines).isEmpty();
	}

	@Test
	void howLongItTakesIsLeftOpenUntilSomethingIsDone() {
		PreparationProgress progress = new PreparationProgress("Unpacked", "MB", 40, this.clock::get, this.lines::add);
		this.clock.addAndGet(Duration.ofSeconds(5).toNanos());
		progress.reach(0);
		this.clock.addAndGet(Duration.ofSeconds(5).toNanos());
		progress.reach(10);
		assertThat(this.lines).containsExactly("Unpacked 0 of 40 MB", "Unpacked 10 of 40 MB, 30 s left");
	}

	private void decode(PreparationProgress progress, int count, Duration each) {
		for (int i = 0; i < count; i++) {
			this.clock.addAndGet(each.toNanos());
			progress.step();
		}
	}

}
