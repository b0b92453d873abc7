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
 * Plays every objective, and the penalties that belong to them, on both mixtures and
 * writes {@code mixtures.md} and {@code images/mixtures.png}.
 *
 * @param steps the steps of G in each game
 * @param seed the seed of weights and samples, the same for each game
 */
public record MixtureStudy(int steps, long seed) {

	/** As the page of the project was written. */
	public static final MixtureStudy STANDARD = new MixtureStudy(10_000, 1);

	private static final Logger logger = LoggerFactory.getLogger(MixtureStudy.class);

	private static final int SAMPLES = 2500;

	private static final double GAMMA = 0.02;

	private static final List<MixtureGame> GAMES = List.of(new MixtureGame(new Minimax(), Penalties.NONE, 1),
			new MixtureGame(new NonSaturating(), Penalties.NONE, 1),
			new MixtureGame(new MaximumLikelihood(), Penalties.NONE, 1),
			new MixtureGame(new LeastSquares(), Penalties.NONE, 1), new MixtureGame(new Hinge(), Penalties.NONE, 1),
			new MixtureGame(new Wasserstein(), Penalties.of(0, 0, 0.1), 3),
			new MixtureGame(new Relativistic(), Penalties.NONE, 1),
			new MixtureGame(new NonSaturating(), Penalties.of(GAMMA, 0, 0), 1),
			new MixtureGame(new NonSaturating(), Penalties.of(GAMMA, GAMMA, 0), 1),
			new MixtureGame(new Relativistic(), Penalties.of(GAMMA, 0, 0), 1),
			new MixtureGame(new Relativistic(), Penalties.of(GAMMA, GAMMA, 0), 1));

	/**
	 * Plays all games and writes page and picture into a folder. Networks as small as
	 * these gain nothing from a second thread, and with one the page is the same
	 * anywhere.
	 */
	public void write(Path folder) {
		torch.set_num_threads(1);
		List<Picture> plots = new ArrayList<>();
		List<List<Mixture.Coverage>> coverages = new ArrayList<>();
		for (Mixture mixture : List.of(Mixture.RING, Mixture.GRID)) {
			List<Mixture.Coverage> ofMixture = new ArrayList<>();
			for (MixtureGame game : GAMES) {
				float[] samples = game.play(mixture, this.steps, SAMPLES, this.seed);
				plots.add(ScatterPlot.of(mixture, samples));
				ofMixture.add(mixture.coverage(samples));
				logger.info("{} on the {}: {}", game, mixture.name(), cells(ofMixture.getLast()));
			}
			coverages.add(ofMixture);
		}
		try {
			Files.createDirectories(folder.resolve("images"));
			Files.write(folder.resolve("images/mixtures.png"),
					StillFormat.PNG.encode(Picture.grid(plots, GAMES.size()), Metadata.NONE));
			Files.writeString(folder.resolve("mixtures.md"), page(coverages));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private String page(List<List<Mixture.Coverage>> coverages) {
		String rows = GAMES.stream()
			.map((game) -> "| %d | %s | %s |%n".formatted(GAMES.indexOf(game) + 1, game,
					coverages.stream()
						.map((ofMixture) -> cells(ofMixture.get(GAMES.indexOf(game))))
						.collect(Collectors.joining(" | "))))
			.collect(Collectors.joining());
		return """
				# Objectives on mixtures of Gaussians

				Written by `--eidolon.training.mixtures=docs`, with seed %d and %d steps of G in each game. The mixtures
				are those of Srivastava et al. 2017 and Lin et al. 2018: eight Gaussians of deviation 0.01 on a circle of
				radius 1, and five by five of deviation 0.05, two apart. Of %d samples one is good within three deviations
				of its nearest mode, and a mode is found that has a good sample. Both players are fully connected with two
				hidden layers of 128, trained with Adam on batches of 128; k is the steps of D to each of G.

				| | game | ring: modes | ring: good | grid: modes | grid: good |
				| --- | --- | --- | --- | --- | --- |
				%s
				The samples, a column for each row of the table; above the ring, below the grid. The circles stand around
				the modes.

				![Samples of every game](images/mixtures.png)
				"""
			.formatted(this.seed, this.steps, SAMPLES, rows);
	}

	private static String cells(Mixture.Coverage coverage) {
		return String.format(Locale.ROOT, "%d / %d | %.0f %%", coverage.found(), coverage.modes(),
				100 * coverage.good());
	}

}
