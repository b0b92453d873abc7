package io.eidolon.training.loop;

import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

import io.eidolon.training.data.BatchLoader;
import io.eidolon.training.distributed.Peers;
import io.eidolon.training.network.GeneratorNetwork;
import org.bytedeco.javacpp.PointerScope;
import org.jspecify.annotations.Nullable;

/**
 * A run from its first step, or from its checkpoint, to its end. It owns the networks.
 */
public final class TrainingRun {

	private final Settings settings;

	private final Checkpoint checkpoint;

	private final BestGenerator best;

	private final CollapseRule collapse = new CollapseRule();

	private final RunObserver observer;

	private final Peers peers;

	private final BooleanSupplier stopRequested;

	private final LongSupplier nanoTime;

	/** Why nothing better will come, or null. */
	private @Nullable String collapsed;

	/**
	 * Prepares a run. Of several processes, the first one alone tells its observer and
	 * writes checkpoints.
	 * @param stopRequested asked before each step whether to end early
	 * @param nanoTime a clock in nanoseconds
	 */
	public TrainingRun(Settings settings, Checkpoint checkpoint, RunObserver observer, Peers peers,
			BooleanSupplier stopRequested, LongSupplier nanoTime) {
		this.settings = settings;
		this.checkpoint = checkpoint;
		this.best = new BestGenerator(checkpoint.folder());
		this.observer = peers.first() ? observer : new SilentObserver();
		this.peers = peers;
		this.stopRequested = stopRequested;
		this.nanoTime = nanoTime;
	}

	/**
	 * Trains. The checkpoint is written at intervals and at the end, also when the run is
	 * stopped early. Where the observer measures, the best averaged generator is kept,
	 * and a run that has collapsed ends with it.
	 * @param resume whether to go on from the checkpoint
	 * @param loaders makes the loader of batches from a step of D on
	 * @param whenComplete takes the best averaged generator, and D as it is, when
	 * training is complete
	 * @return whether training is complete
	 * @throws TrainingException when the checkpoint cannot be used, when the losses are
	 * no numbers any more, when the run has collapsed before anything was measured, or
	 * when no generator of it can be served
	 */
	public boolean run(boolean resume, LoaderFactory loaders, BiConsumer<TrainedNetworks, Progress> whenComplete) {
		return run(resume, null, loaders, whenComplete);
	}

	/**
	 * Trains as {@link #run(boolean, LoaderFactory, BiConsumer)} does.
	 * @param initial weights that a run which does not go on begins with, or null
	 */
	public boolean run(boolean resume, @Nullable InitialWeights initial, LoaderFactory loaders,
			BiConsumer<TrainedNetworks, Progress> whenComplete) {
		try (PointerScope _ = new PointerScope()) {
			Networks networks = Networks.create(this.settings);
			Progress start = resume ? this.checkpoint.read(networks, this.peers) : Progress.START;
			if (!resume && this.peers.first()) {
				this.best.forget();
				this.checkpoint.forget();
			}
			this.observer.onStart(start);
			if (initial != null && !resume) {
				initial.applyTo(networks).forEach(this.observer::onNotice);
			}
			SampleSheet sheet = sheet(loaders);
			Progress end;
			try (BatchLoader batches = loaders.from(start.step() * this.settings.discriminatorSteps())) {
				end = train(networks, batches, sheet, start);
			}
			boolean complete = this.collapsed != null || this.settings.complete(end.step(), end.elapsed());
			return complete && (!this.peers.first() || finish(networks, loaders, end, whenComplete));
		}
	}

	/** Exports a generator of the run, once it is complete. */
	private boolean finish(Networks networks, LoaderFactory loaders, Progress end,
			BiConsumer<TrainedNetworks, Progress> whenComplete) {
		GeneratorNetwork average = networks.average();
		measure(average, end.step(), true);
		if (this.collapsed != null) {
			this.observer.onNotice("The run has collapsed at step %s: %s".formatted(end.step(), this.collapsed));
		}
		// Asked again, as measuring takes minutes; a resumed run comes here at once
		if (this.stopRequested.getAsBoolean()) {
			return false;
		}
		BatchTensors tensors = new BatchTensors(this.settings, this.peers);
		try (BatchLoader batches = loaders.from(0)) {
			networks.calibrate(() -> tensors.images(batches.next()));
		}
		new FinalGenerator(this.checkpoint, this.best, this.observer).export(average, end, this.settings.exportBest(),
				this.collapsed, (exported) -> {
					Evaluation.calibrate(average);
					Evaluation.requireSpread(average);
					whenComplete.accept(networks.trained(end.step()), exported);
				});
		return true;
	}

	/** Has the averaged generator measured, where it is time to, and keeps the best. */
	private void measure(GeneratorNetwork average, long step, boolean last) {
		this.observer.onStep(step, average, last).ifPresent((measured) -> {
			if (this.best.offer(average.weights(), step, measured.distance())) {
				this.observer.onNotice("The best generator so far, kept in " + BestGenerator.FILE);
			}
			this.collapse.onMeasured(measured).ifPresent((reason) -> this.collapsed = reason);
		});
	}

	/** The sheet of samples, with the captions of the first batch. */
	private SampleSheet sheet(LoaderFactory loaders) {
		if (!this.settings.architecture().readsText()) {
			return new SampleSheet(this.settings.architecture());
		}
		try (BatchLoader first = loaders.from(0)) {
			float[] sentences = first.next().sentences();
			return new SampleSheet(this.settings.architecture(), (sentences != null) ? sentences : new float[0]);
		}
	}

	private Progress train(Networks networks, BatchLoader batches, SampleSheet sheet, Progress start) {
		StepStatistics statistics = new StepStatistics(this.settings.device());
		AdversarialStep adversarialStep = new AdversarialStep(this.settings, networks, this.peers, statistics);
		long origin = this.nanoTime.getAsLong() - start.elapsed().toNanos();
		Progress progress = start;
		Progress reported = start;
		Progress saved = start;
		while (!this.settings.complete(progress.step(), progress.elapsed()) && !endRequested()) {

			// Update D, once or several times, and then G
			adversarialStep.take(progress.step(), batches::next,
					this.settings.progress(progress.step(), progress.elapsed()));
			progress = new Progress(progress.step() + 1, elapsedSince(origin), progress.last());

			// Report, and end here when the losses are no numbers any more
			if (ReportInterval.isOver(this.settings.reportEvery(), start, reported, progress)) {
				progress = report(progress, reported, statistics);
				reported = progress;

				// Save what is known to be sound, so that little is lost
				if (progress.elapsed().minus(saved.elapsed()).compareTo(this.settings.checkpointEvery()) >= 0) {
					save(networks, progress);
					saved = progress;
				}
			}

			// Generate the sheet of samples
			if (progress.step() % this.settings.sampleEvery() == 0) {
				generateSamples(sheet, networks.average(), progress.step());
			}

			// Measure, and keep the best
			measure(networks.average(), progress.step(), false);
		}
		if (!statistics.isEmpty()) {
			progress = report(progress, reported, statistics);
		}
		if (progress.step() > saved.step()) {
			save(networks, progress);
			generateSamples(sheet, networks.average(), progress.step());
		}
		return progress;
	}

	/** All processes end where one is asked to, or where the first finds a collapse. */
	private boolean endRequested() {
		return this.peers.sum((this.stopRequested.getAsBoolean() || this.collapsed != null) ? 1 : 0)[0] > 0;
	}

	/** The clock of the first process is that of all. */
	private Duration elapsedSince(long origin) {
		double nanos = this.peers.first() ? this.nanoTime.getAsLong() - origin : 0;
		return Duration.ofNanos((long) this.peers.sum(nanos)[0]);
	}

	private Progress report(Progress progress, Progress reported, StepStatistics statistics) {
		StepMeans means = statistics.take().over(this.peers);
		if (!means.finite()) {
			throw new TrainingException("The losses are no numbers any more at step %s (%s); a smaller learning-rate "
				.formatted(progress.step(), means) + "or another objective may help");
		}
		if (means.diverged()) {
			throw new TrainingException("The run has diverged: at step %s the losses are beyond all bounds (%s); a "
				.formatted(progress.step(), means) + "smaller learning-rate or another objective may help");
		}
		Progress now = new Progress(progress.step(), progress.elapsed(), means);
		this.collapse.onReport(now).ifPresent((reason) -> this.collapsed = reason);
		double seconds = now.elapsed().minus(reported.elapsed()).toNanos() / 1e9;
		long steps = now.step() - reported.step();
		this.observer.onReport(now, steps * this.settings.picturesPerStep() / seconds,
				this.settings.timeLeft(now.step(), now.elapsed(), seconds / steps));
		return now;
	}

	private void generateSamples(SampleSheet sheet, GeneratorNetwork average, long step) {
		if (!this.peers.first()) {
			return;
		}
		Evaluation.calibrate(average);
		this.observer.onSamples(step,
				sheet.grid(Evaluation.generate(average, sheet.latents(), sheet.labels(), sheet.captions())));
	}

	private void save(Networks networks, Progress progress) {
		if (!this.peers.first()) {
			return;
		}
		this.checkpoint.write(networks, progress);
		this.observer.onCheckpoint(progress.step(), this.checkpoint.file());
	}

	/** Makes the loader of batches from a step of D on. */
	@FunctionalInterface
	public interface LoaderFactory {

		BatchLoader from(long step);

	}

}
