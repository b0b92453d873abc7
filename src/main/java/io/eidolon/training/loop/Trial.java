package io.eidolon.training.loop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.eidolon.training.data.BatchLoader;
import io.eidolon.training.distributed.Peers;
import io.eidolon.training.network.Architecture;
import io.eidolon.training.network.Weights;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;

/**
 * What a few steps tell of a run, after which nothing is kept.
 *
 * @param generatorParameters the numbers that the generator learns
 * @param discriminatorParameters those that the discriminator learns
 * @param secondsPerStep how long a step takes
 */
public record Trial(long generatorParameters, long discriminatorParameters, double secondsPerStep) {

	/** How many steps are timed, after one that is not. */
	public static final int STEPS = 10;

	/** Takes the steps. */
	public static Trial of(Settings settings, Peers peers, TrainingRun.LoaderFactory loaders) {
		try (PointerScope _ = new PointerScope(); BatchLoader batches = loaders.from(0)) {
			Networks networks = Networks.create(settings);
			AdversarialStep step = new AdversarialStep(settings, networks, peers,
					new StepStatistics(settings.device()));
			step.take(0, batches::next, 0);
			long start = System.nanoTime();
			for (int i = 1; i <= STEPS; i++) {
				step.take(i, batches::next, 0);
			}
			return new Trial(parameters(networks.generator().weights()), parameters(networks.discriminator().weights()),
					(System.nanoTime() - start) / 1e9 / STEPS);
		}
	}

	/**
	 * The bytes of a checkpoint of such networks: both, the average of one, and two
	 * moments of each parameter, in single precision.
	 */
	public static long checkpointBytes(Architecture architecture) {
		try (PointerScope _ = new PointerScope()) {
			return Float.BYTES * (4 * parameters(architecture.generator().weights())
					+ 3 * parameters(architecture.discriminator().weights()));
		}
	}

	/** What there is to say to a person. */
	public List<String> lines(Settings settings, long pictureBytes) {
		List<String> lines = new ArrayList<>();
		lines.add(String.format(Locale.ROOT, "%s: %,d parameters of G, %,d of D", settings.architecture(),
				this.generatorParameters, this.discriminatorParameters));
		lines.add(String.format(Locale.ROOT, "Memory: %,d MB of decoded pictures, %,d MB for all else at its peak",
				pictureBytes >> 20, peakBytes() >> 20));
		Duration left = settings.timeLeft(0, Duration.ZERO, this.secondsPerStep);
		long steps = (settings.steps() != null) ? settings.steps()
				: Math.round(left.toMillis() / 1e3 / this.secondsPerStep);
		lines.add(String.format(Locale.ROOT,
				"A step of %d pictures takes %.2f s, after %d of them: %,d steps take about %s",
				settings.picturesPerStep(), this.secondsPerStep, STEPS, steps, RoundedTime.of(left)));
		lines.add("This was a dry run: nothing is written");
		return lines;
	}

	/** Linux tells it; elsewhere it is what Java has taken. */
	private static long peakBytes() {
		try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
			return lines.filter((line) -> line.startsWith("VmHWM"))
				.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
				.findFirst()
				.orElse(0);
		}
		catch (IOException _) {
			return Runtime.getRuntime().totalMemory();
		}
	}

	private static long parameters(Weights weights) {
		return Stream.of(weights.parameters().get()).mapToLong(Tensor::numel).sum();
	}

}
