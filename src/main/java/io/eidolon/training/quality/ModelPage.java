package io.eidolon.training.quality;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import io.eidolon.image.Metadata;
import io.eidolon.image.Picture;
import io.eidolon.image.StillFormat;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.modelcard.ModelCard.Quality;
import io.eidolon.modelcard.ModelFiles;
import org.jspecify.annotations.Nullable;

/**
 * The page that shows a model as it is: samples, figures, neighbours, curves and terms.
 */
public final class ModelPage {

	private static final String UNKNOWN = "not stated";

	private static final int SCALE = 2;

	private static final int SMALL = 32;

	private final Path folder;

	private final Path model;

	private final @Nullable Path run;

	private final boolean showsTrainingPictures;

	/**
	 * Names the places.
	 * @param folder where the page is written
	 * @param model the folder of the model
	 * @param run the folder of its run, or null when it is not there any more
	 * @param showsTrainingPictures whether training pictures stand beside the generated
	 * ones that come closest to them
	 */
	public ModelPage(Path folder, Path model, @Nullable Path run, boolean showsTrainingPictures) {
		this.folder = folder;
		this.model = model;
		this.run = run;
		this.showsTrainingPictures = showsTrainingPictures;
	}

	/**
	 * Writes {@code <name>.md} and its pictures.
	 * @param card the card with its figures
	 */
	public void write(ModelCard card, EvaluationReport report) {
		try {
			Files.createDirectories(this.folder);
			String page = head(card, link(ModelFiles.PREVIEW)) + figures(report.quality(), report.baseline())
					+ classification(report.classification()) + neighbours(card, report.memorisation()) + curves(card)
					+ origin(card, link(ModelFiles.CARD));
			Files.writeString(this.folder.resolve(card.name() + ".md"), page);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The way from the page to a file of the model. */
	private String link(String file) {
		Path way = this.folder.toAbsolutePath().normalize().relativize(this.model.toAbsolutePath().normalize());
		return way.resolve(file).toString().replace('\\', '/');
	}

	private static String head(ModelCard card, String preview) {
		return text("""
				# %s
				%s.

				![The first seeds](%s)

				""", card.name(), card.title(), preview);
	}

	private static String figures(Quality quality, Quality baseline) {
		return text("""
				## Figures
				%,d generated pictures, of the seeds from 0 on, against %,d real ones, in %s features
				(SHA-256 `%s`). [What they mean](../quality.md).

				| figure | generated pictures | baseline: %,d training pictures in their place |
				| --- | --- | --- |
				""", quality.samples(), quality.pictures(), quality.features(), quality.featuresSha256(),
				baseline.samples())
				+ figure("Frechet distance in " + quality.features(), "%.3f", Quality::frechetDistance, quality,
						baseline)
				+ figure("kernel distance in " + quality.features(), "%.5f", Quality::kernelDistance, quality, baseline)
				+ figure("precision", "%.2f", Quality::precision, quality, baseline)
				+ figure("recall", "%.2f", Quality::recall, quality, baseline)
				+ figure("density", "%.2f", Quality::density, quality, baseline)
				+ figure("coverage", "%.2f", Quality::coverage, quality, baseline) + "\n"
				+ (quality.heldOut() ? "The real pictures were held out: the model has not seen them in training.\n\n"
						: "**The model has seen these real pictures in training**: none were held out from it. The figures\n"
								+ "flatter a model that repeats what it has seen.\n\n");
	}

	private static String figure(String name, String format, Function<Quality, @Nullable Double> value, Quality quality,
			Quality baseline) {
		return text("| %s | " + format + " | " + format + " |\n", name, value.apply(quality), value.apply(baseline));
	}

	private static String classification(@Nullable ClassificationScore score) {
		return (score == null) ? "" : text("""
				## What a classifier learns from it
				A small classifier learns from generated pictures, and is tested on %,d real ones that neither has seen
				([classification accuracy score](../quality.md#what-a-classifier-learns)).

				| it learns from | accuracy |
				| --- | --- |
				| %,d real pictures | %.1f %% |
				| %,d generated pictures | %.1f %% |
				| %,d real pictures | %.1f %% |
				| these and the generated ones | %.1f %% |

				""", score.tested(), score.pictures(), 100 * score.real(), score.pictures(), 100 * score.generated(),
				score.few(), 100 * score.fewReal(), 100 * score.fewRealAndGenerated());
	}

	private String neighbours(ModelCard card, Memorisation memorisation) throws IOException {
		return "## Nearest training pictures\nDoes it repeat what it has seen? "
				+ (this.showsTrainingPictures ? rows(card, memorisation)
						: "The terms of the training pictures do not let them be shown here.\n\n")
				+ text("""
						In %s features, the median distance to the nearest of all %,d training pictures is %.3f for generated
						pictures, and %.3f for the real pictures of the figures above. A model that repeats training pictures
						comes far closer to them.

						""",
						memorisation.features(), memorisation.training(), memorisation.sampleDistance(),
						memorisation.heldOutDistance());
	}

	private String rows(ModelCard card, Memorisation memorisation) throws IOException {
		Picture neighbours = memorisation.neighbours().scale((card.image().width() <= SMALL) ? SCALE : 1);
		Files.write(this.folder.resolve(card.name() + "-neighbours.png"),
				StillFormat.PNG.encode(neighbours, Metadata.NONE));
		return text(
				"""
						Each row starts with a generated picture, of all %,d those that come closest to a training picture, and goes
						on with the training pictures that are nearest to it.

						![Generated pictures and the training pictures nearest to them](%s-neighbours.png)

						""",
				Objects.requireNonNull(card.quality()).samples(), card.name());
	}

	private String curves(ModelCard card) throws IOException {
		if (this.run == null) {
			return "";
		}
		String images = plot(card.name() + "-losses.svg", RunCurves.losses(this.run))
				+ plot(card.name() + "-distance.svg", RunCurves.distance(this.run))
				+ plot(card.name() + "-shares.svg", RunCurves.shares(this.run));
		return images.isEmpty() ? "" : "## Curves\n" + images + "\n";
	}

	private String plot(String file, Optional<LinePlot> plot) throws IOException {
		if (plot.isEmpty()) {
			return "";
		}
		Files.writeString(this.folder.resolve(file), plot.get().svg());
		return text("![%s](%s)\n", plot.get().title(), file);
	}

	private static String origin(ModelCard card, String cardPath) {
		ModelCard.Data data = card.data();
		ModelCard.Training training = card.training();
		StringBuilder table = new StringBuilder("""
				## Where it comes from
				| | |
				| --- | --- |
				""");
		row(table, "licence of the weights", card.licence());
		if (data != null) {
			row(table, "pictures", data.name());
			row(table, "their source", data.source());
			row(table, "their licence", data.licence());
			if (data.credit() != null) {
				row(table, "credit", data.credit());
			}
			row(table, "trained on", text("%,d pictures", data.pictures()));
		}
		if (training != null) {
			row(table, "network", training.network());
			row(table, "objective", training.objective());
			row(table, "time",
					text("%,d steps in %.2f hours on %s", training.steps(), training.hours(), training.machine()));
			row(table, "command", "in its card, [model.json](%s)".formatted(cardPath));
		}
		return table.toString();
	}

	private static void row(StringBuilder table, String name, @Nullable String value) {
		table.append("| ").append(name).append(" | ").append((value != null) ? value : UNKNOWN).append(" |\n");
	}

	private static String text(String format, @Nullable Object... values) {
		return String.format(Locale.ROOT, format, values);
	}

}
