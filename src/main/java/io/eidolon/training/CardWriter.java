package io.eidolon.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.eidolon.modelcard.ModelCard;
import io.eidolon.text.SentenceEncoder;
import io.eidolon.text.TextReading;
import io.eidolon.text.Words;
import io.eidolon.training.data.CaptionSet;
import io.eidolon.training.data.PictureSet;
import io.eidolon.training.loop.Progress;
import io.eidolon.training.loop.Settings;
import io.eidolon.training.metrics.RunJournal;
import io.eidolon.training.network.Architecture;
import org.jspecify.annotations.Nullable;

/** Writes what is known of a run into the card of its model. */
final class CardWriter {

	private final TrainingProperties properties;

	private final PictureSet pictures;

	private final @Nullable CaptionSet captions;

	private final RunJournal journal;

	CardWriter(TrainingProperties properties, PictureSet pictures, @Nullable CaptionSet captions, RunJournal journal) {
		this.properties = properties;
		this.pictures = pictures;
		this.captions = captions;
		this.journal = journal;
	}

	/** Describes a generator; proof and files are added by its export. */
	ModelCard describe(Architecture architecture, Settings settings, Progress progress,
			ModelCard.@Nullable Quality quality) {
		return describe(this.properties.name(), architecture, settings, progress, quality);
	}

	/** Describes a generator under a name of its own. */
	ModelCard describe(String name, Architecture architecture, Settings settings, Progress progress,
			ModelCard.@Nullable Quality quality) {
		CardSettings card = this.properties.card();
		String title = (card.title() != null) ? card.title() : name;
		return new ModelCard(name, card.version(), title, architecture.imageShape(),
				new ModelCard.LatentSpace(architecture.latentDimension(), ModelCard.LatentSpace.STANDARD_NORMAL),
				architecture.conditional() ? this.pictures.classes() : List.of(), card.licence(),
				new ModelCard.Data(card.dataName(), card.dataSource(), card.dataLicence(), card.dataCredit(),
						this.pictures.size()),
				new ModelCard.Training(this.journal.commands(), architecture.toString(), settings.objective().name(),
						settings.seed(), progress.step(), progress.step() * settings.picturesPerStep(),
						round(progress.elapsed().toMillis() / 3_600_000.0), machine(), settings.ema(),
						round(progress.last().discriminatorLoss()), round(progress.last().generatorLoss())),
				null, quality, null, null, text(), null, null, null, Map.of());
	}

	private ModelCard.@Nullable Text text() {
		if (this.captions == null) {
			return null;
		}
		List<String> prompts = this.properties.prompts().isEmpty() ? this.captions.examples(ModelCard.Text.MAX_PROMPTS)
				: this.properties.prompts();
		return new ModelCard.Text(SentenceEncoder.NAME, SentenceEncoder.SHA256, List.of(SentenceEncoder.LANGUAGE),
				prompts, Words.mostFrequent(this.captions.all(), ModelCard.Text.MAX_WORDS),
				this.captions.sample(ModelCard.Text.MAX_CAPTIONS),
				(this.properties.captionReading() == TextReading.CLAUSES) ? true : null);
	}

	private static double round(double value) {
		return Math.round(value * 10_000) / 10_000.0;
	}

	private static String machine() {
		int cores = Runtime.getRuntime().availableProcessors();
		return "%s %s, %s".formatted(cores, (cores == 1) ? "core" : "cores", processor());
	}

	private static String processor() {
		try {
			return Files.readAllLines(Path.of("/proc/cpuinfo"))
				.stream()
				.filter((line) -> line.startsWith("model name"))
				.map((line) -> line.substring(line.indexOf(':') + 1).strip())
				.findFirst()
				.orElse(System.getProperty("os.arch"));
		}
		// Only Linux has this file.
		catch (IOException ex) {
			return System.getProperty("os.arch");
		}
	}

}
