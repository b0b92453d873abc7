package io.eidolon.training.mixture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

import javax.imageio.ImageIO;

import io.eidolon.training.loop.StopRequest;
import io.eidolon.training.loop.StoppedException;
import io.eidolon.training.network.Weights;
import io.eidolon.training.objective.NonSaturating;
import io.eidolon.training.objective.Penalties;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

@Tag("libtorch")
class MixtureTests {

	@Test
	void theMixtureItselfFindsAllItsModes() {
		for (Mixture mixture : new Mixture[] { Mixture.RING, Mixture.GRID }) {
			try (PointerScope _ = new PointerScope()) {
				torch.manual_seed(1);
				Mixture.Coverage coverage = mixture.coverage(Weights.values(mixture.sample(2500)));
				assertThat(coverage.found()).isEqualTo(coverage.modes());
				// Of a Gaussian in the plane, 1 - e^(-9/2) lies within three deviations
				assertThat(coverage.good()).isCloseTo(0.989, within(0.01));
			}
		}
	}

	@Test
	void samplesBetweenTheModesAreNotGood() {
		assertThat(Mixture.GRID.coverage(new float[] { 1, 1, 0, 0.1f, 2, 2, 0, 0 }))
			.isEqualTo(new Mixture.Coverage(2, 25, 0.75));
	}

	@Test
	void theSameSeedTrainsTheSameGenerator() {
		MixtureTraining training = new MixtureTraining(new NonSaturating(), Penalties.of(0.1, 0.1, 0), 1);
		assertThat(samples(training, 3)).isEqualTo(samples(training, 3)).isNotEqualTo(samples(training, 4));
	}

	private static float[] samples(MixtureTraining training, long seed) {
		return training.train(Mixture.RING, 5, 10, seed, StopRequest.NEVER);
	}

	@Test
	@Timeout(60)
	void stopsBetweenTwoStepsWhenItIsToldTo(@TempDir Path folder) {
		AtomicInteger steps = new AtomicInteger();
		assertThatExceptionOfType(StoppedException.class)
			.isThrownBy(() -> new MixtureStudy(1_000_000, 7).write(folder, () -> steps.incrementAndGet() > 3));
		assertThat(folder).isEmptyDirectory();
	}

	@Test
	void thePageHasARowForEachTraining(@TempDir Path folder) throws Exception {
		new MixtureStudy(1, 7).write(folder, StopRequest.NEVER);
		String page = Files.readString(folder.resolve("mixtures.md"));
		assertThat(page).contains("seed 7 and 1 steps", "| `relativistic` + R1 0.02 + R2 0.02 | ");
		long rows = page.lines().filter((line) -> line.matches("\\| \\d+ \\| .*")).count();
		assertThat(ImageIO.read(folder.resolve("images/mixtures.png").toFile()).getWidth())
			.isEqualTo((int) rows * ScatterPlot.SIDE);
	}

}
