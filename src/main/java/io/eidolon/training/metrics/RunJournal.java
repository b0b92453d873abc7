package io.eidolon.training.metrics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

import io.eidolon.image.Metadata;
import io.eidolon.image.Picture;
import io.eidolon.image.StillFormat;
import io.eidolon.modelcard.WholeFile;
import io.eidolon.training.loop.Measured;
import io.eidolon.training.loop.Progress;
import io.eidolon.training.loop.RoundedTime;
import io.eidolon.training.loop.RunObserver;
import io.eidolon.training.loop.StepMeans;
import io.eidolon.training.network.GeneratorNetwork;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of a run: progress lines in the log, {@code metrics.csv}, sample sheets and a
 * page in the folder of the run, and meters.
 */
public final class RunJournal implements RunObserver {

	private static final Logger logger = LoggerFactory.getLogger(RunJournal.class);

	/** The page holds pictures, and is not written at each report. */
	private static final Duration PAGE_EVERY = Duration.ofSeconds(30);

	private final Path samples;

	private Duration shown = Duration.ZERO;

	private RunState state = RunState.STARTED;

	private final LongConsumer onStart;

	private final CommandLog commands;

	private final MetricsFile metrics;

	private final TrainingMeters meters;

	private final RunPage page;

	private final EventFile events;

	private final @Nullable QualityJournal quality;

	/**
	 * Opens the journal of the run of a model, in the folder of that run.
	 * @param arguments the command line
	 * @param quality what measures quality along the way, or null
	 * @param onStart told the step that the run starts or goes on from
	 */
	public RunJournal(Path folder, MeterRegistry registry, String model, List<String> arguments,
			@Nullable QualityJournal quality, LongConsumer onStart) {
		this.onStart = onStart;
		this.commands = new CommandLog(folder, arguments);
		this.samples = folder.resolve("samples");
		this.metrics = new MetricsFile(folder);
		this.meters = new TrainingMeters(registry, model);
		this.page = new RunPage(folder, model, this.commands.resume(), InstantSource.system());
		this.events = new EventFile(folder, InstantSource.system());
		this.quality = quality;
	}

	@Override
	public void onStart(Progress progress) {
		this.onStart.accept(progress.step());
		this.commands.startAt(progress.step());
		this.metrics.startAt(progress.step());
		this.events.startAt(progress.step());
		this.shown = progress.elapsed();
		this.state = new RunState("Running", false, false, progress.step(), progress.elapsed(), Duration.ZERO, 0);
		if (this.quality != null) {
			this.quality.startAt(progress.step());
		}
		if (progress.step() > 0) {
			logger.info("Going on from step {}, after {}", progress.step(), RoundedTime.of(progress.elapsed()));
		}
	}

	@Override
	public void onReport(Progress progress, double imagesPerSecond, Duration left) {
		this.metrics.append(progress, imagesPerSecond);
		this.meters.update(progress, imagesPerSecond);
		StepMeans means = progress.last();
		this.events.scalars(progress.step(),
				Map.of("loss/D", means.discriminatorLoss(), "loss/G", means.generatorLoss(), "D/real", means.real(),
						"D/fake", means.fake(), "images per second", imagesPerSecond));
		logger.info(String.format(Locale.ROOT,
				"step %,d | %.0f images/s | J(D) %.3f | J(G) %.3f | D(x) %.2f | D(G(z)) %.2f | %s left",
				progress.step(), imagesPerSecond, means.discriminatorLoss(), means.generatorLoss(), means.real(),
				means.fake(), RoundedTime.of(left)));
		this.state = new RunState("Running", false, false, progress.step(), progress.elapsed(), left, imagesPerSecond);
		if (progress.elapsed().minus(this.shown).compareTo(PAGE_EVERY) >= 0) {
			this.shown = progress.elapsed();
			this.page.write(this.state);
		}
	}

	/**
	 * The run has ended, and this is the last of it.
	 * @param failed whether with an error
	 */
	public void onEnd(String how, boolean failed) {
		this.page.write(this.state.ended(how, failed));
	}

	@Override
	public Optional<Measured> onStep(long step, GeneratorNetwork average, boolean last) {
		if (this.quality == null) {
			return Optional.empty();
		}
		Optional<Measured> measured = this.quality.onStep(step, average, last);
		measured.ifPresent((values) -> this.events.scalars(step,
				Map.of("quality/Frechet distance", values.distance(), "quality/recall", values.recall())));
		return measured;
	}

	@Override
	public void onNotice(String message) {
		logger.info("{}", message);
	}

	@Override
	public void onSamples(long step, Picture sheet) {
		try {
			Files.createDirectories(this.samples);
			byte[] png = StillFormat.PNG.encode(sheet, Metadata.NONE);
			WholeFile.write(this.samples.resolve(String.format(Locale.ROOT, "%06d.png", step)), png);
			this.events.image(step, "samples", sheet.width(), sheet.height(), sheet.channels(), png);
			this.page.write(this.state);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void onCheckpoint(long step, Path file) {
		logger.info("Checkpoint of step {} in {}", step, file);
	}

	/** Returns what it takes to repeat the run, in one line. */
	public String commands() {
		return this.commands.text();
	}

}
