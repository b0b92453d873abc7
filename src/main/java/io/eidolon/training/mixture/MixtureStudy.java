package io.eidolon.training.mixture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.eidolon.image.Metadata;
import io.eidolon.image.Picture;
import io.eidolon.image.StillFormat;
import io.eidolon.training.loop.StopRequest;
import io.eidolon.training.objective.Hinge;
import io.eidolon.training.objective.LeastSquares;
import io.eidolon.training.objective.MaximumLikelihood;
import io.eidolon.training.objective.Minimax;
import io.eidolon.training.objective.NonSaturating;
import io.eidolon.training.objective.Penalties;
import io.eidolon.training.objective.Relativistic;
import io.eidolon.training.objective.Wasserstein;
import org.bytedeco.pytorch.global.torch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trains with every objective, and the penalties that belong to them, on both mixtures
 * and writes {@code mixtures.md} and {@code images/mixtures.png}.
 *
 * @param steps the steps of G in each training
 * @param seed the seed of weights and samples, the same for each training
 */
public record MixtureStudy(int steps, long seed) {

	/** With this, the page of the project was written. */
	public static final MixtureStudy STANDARD = new MixtureStudy(10_000, 1);

	private static final Logger logger = LoggerFactory.getLogger(MixtureStudy.class);

	private static final int SAMPLES = 2500;

	private static final double GAMMA = 0.02;

	private static final List<MixtureTraining> TRAININGS = List.of(
			new MixtureTraining(new Minimax(), Penalties.NONE, 1),
			new MixtureTraining(new NonSaturating(), Penalties.NONE, 1),
			new MixtureTraining(new MaximumLikelihood(), Penalties.NONE, 1),
			new MixtureTraining(new LeastSquares(), Penalties.NONE, 1),
			new MixtureTraining(new Hinge(), Penalties.NONE, 1),
			new MixtureTraining(new Wasserstein(), Penalties.of(0, 0, 0.1), 3),
			new MixtureTraining(new Relativistic(), Penalties.NONE, 1),
			new MixtureTraining(new NonSaturating(), Penalties.of(GAMMA, 0, 0), 1),
			new MixtureTraining(new NonSaturating(), Penalties.of(GAMMA, GAMMA, 0), 1),
			new MixtureTraining(new Relativistic(), Penalties.of(GAMMA, 0, 0), 1),
			new MixtureTraining(new Relativistic(), Penalties.of(GAMMA, GAMMA, 0), 1));

	/**
	 * Trains, and writes page and picture into a folder. Networks as small as these gain
	 * nothing from a second thread, and with one the page is the same anywhere.
	 * @param stop asked before each step
	 */
	public void write(Path folder, StopRequest stop) {
		torch.set_num_threads(1);
		List<Picture> plots = new ArrayList<>();
		List<List<Mixture.Coverage>> coverages = new ArrayList<>();
		for (Mixture mixture : List.of(Mixture.RING, Mixture.GRID)) {
			List<Mixture.Coverage> ofMixture = new ArrayList<>();
			for (MixtureTraining training : TRAININGS) {
				float[] samples = training.train(mixture, this.steps, SAMPLES, this.seed, stop);
				plots.add(ScatterPlot.of(mixture, samples));
				ofMixture.add(mixture.coverage(samples));
				logger.info("{} on the {}: {}", training, mixture.name(), cells(ofMixture.getLast()));
			}
			coverages.add(ofMixture);
		}
		try {
			Files.createDirectories(folder.resolve("images"));
			Files.write(folder.resolve("images/mixtures.png"),
					StillFormat.PNG.encode(Picture.grid(plots, TRAININGS.size()), Metadata.NONE));
			Files.writeString(folder.resolve("mixtures.md"), page(coverages));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private String page(List<List<Mixture.Coverage>> coverages) {
		String rows = TRAININGS.stream()
			.map((training) -> "| %s | %s | %s |%n".formatted(TRAININGS.indexOf(training) + 1, training,
					coverages.stream()
						.map((ofMixture) -> cells(ofMixture.get(TRAININGS.indexOf(training))))
						.collect(Collectors.joining(" | "))))
			.collect(Collectors.joining());
		return """
				# Objectives on mixtures of Gaussians

				Written by `--eidolon.training.mixtures=docs`, with seed %s and %s steps of G for each row. The mixtures
				are those of Srivastava et al. 2017 and Lin et al. 2018: eight Gaussians of deviation 0.01 on a circle of
				radius 1, and five by five of deviation 0.05, two apart. Of %s samples one is good within three deviations
				of its nearest mode, and a mode is found that has a good sample. Both networks are fully connected with two
				hidden layers of 128, trained with Adam on batches of 128; k is the steps of D to each of G.

				| | losses | ring: modes | ring: good | grid: modes | grid: good |
				| --- | --- | --- | --- | --- | --- |
				%s
				The samples, a column for each row of the table; above the ring, below the grid. The circles stand around
				the modes.

				![Samples of every row](images/mixtures.png)
				"""
			.formatted(this.seed, this.steps, SAMPLES, rows);
	}

	private static String cells(Mixture.Coverage coverage) {
		return String.format(Locale.ROOT, "%s / %s | %.0f %%", coverage.found(), coverage.modes(),
				100 * coverage.good());
	}

}
