package io.eidolon.training;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.eidolon.image.Picture;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.training.loop.Measured;
import io.eidolon.training.loop.Progress;
import io.eidolon.training.loop.RunObserver;
import io.eidolon.training.loop.StepMeans;
import io.eidolon.training.network.Architecture;
import io.eidolon.training.network.GeneratorNetwork;
import org.bytedeco.javacpp.PointerScope;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("libtorch")
class SnapshotsTests {

	private static final StepMeans MEANS = new StepMeans(1, 2, 0.5, 0.5);

	private final List<Long> steps = new ArrayList<>();

	private final List<Progress> exported = new ArrayList<>();

	@Test
	void theAveragedGeneratorIsExportedEverySoManyStepsAndAllElseGoesOn() {
		Snapshots snapshots = new Snapshots(new Recorder(), 4, (_, progress) -> this.exported.add(progress));
		take(snapshots);
		assertThat(this.exported).extracting(Progress::step).containsExactly(4L, 8L);
		assertThat(this.exported.getLast().elapsed()).isEqualTo(Duration.ofSeconds(9));
		assertThat(this.steps).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 8L);
	}

	@Test
	void aSnapshotThatFailsDoesNotEndTheRun() {
		Snapshots snapshots = new Snapshots(new Recorder(), 4, (_, _) -> {
			throw new IllegalStateException("no room");
		});
		take(snapshots);
		assertThat(this.steps).hasSize(9);
	}

	@Test
	void theNameOfASnapshotIsOneThatAModelCanHave() {
		for (String name : List.of("mine", "m".repeat(64))) {
			BoundSettings.bind(Map.of("data", "x", "name", name, "steps", "1"),
					(settings) -> assertThat(settings.snapshot()).matches(ModelCard.NAME_PATTERN)
						.endsWith("-snapshot")
						.hasSizeLessThanOrEqualTo(64));
		}
	}

	private void take(RunObserver observer) {
		try (PointerScope _ = new PointerScope()) {
			GeneratorNetwork generator = new Architecture(28, 1, 8, 4, 0).generator();
			observer.onStart(new Progress(0, Duration.ZERO, MEANS));
			for (long step = 1; step <= 8; step++) {
				observer.onReport(new Progress(step, Duration.ofSeconds(step + 1), MEANS), 1, Duration.ZERO);
				observer.onStep(step, generator, false);
			}
			// The last one is exported as the model itself
			observer.onStep(8, generator, true);
		}
	}

	private final class Recorder implements RunObserver {

		@Override
		public void onStart(Progress progress) {
		}

		@Override
		public void onReport(Progress progress, double imagesPerSecond, Duration left) {
		}

		@Override
		public Optional<Measured> onStep(long step, GeneratorNetwork average, boolean last) {
			SnapshotsTests.this.steps.add(step);
			return Optional.empty();
		}

		@Override
		public void onSamples(long step, Picture sheet) {
		}

		@Override
		public void onCheckpoint(long step, Path file) {
		}

	}

}
