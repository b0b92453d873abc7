package io.eidolon.training.loop;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.function.Consumer;

import io.eidolon.training.network.GeneratorNetwork;
import org.jspecify.annotations.Nullable;

/**
 * The averaged generator that a run ends with: the best one or the last one, and the
 * other where the first cannot be served.
 */
final class FinalGenerator {

	private final Checkpoint checkpoint;

	private final BestGenerator best;

	private final RunObserver observer;

	FinalGenerator(Checkpoint checkpoint, BestGenerator best, RunObserver observer) {
		this.checkpoint = checkpoint;
		this.best = best;
		this.observer = observer;
	}

	/**
	 * Exports one of them.
	 * @param average that of the last step; it becomes the one that is exported
	 * @param end where the run ended
	 * @param bestFirst whether the best one is wanted
	 * @param collapsed why the last one is not to be served, or null
	 * @param export throws an {@link UnfitGeneratorException} for one that cannot be
	 * served
	 * @throws TrainingException when none is fit to be served
	 */
	void export(GeneratorNetwork average, Progress end, boolean bestFirst, @Nullable String collapsed,
			Consumer<Progress> export) {
		Deque<Candidate> candidates = candidates(end, bestFirst, collapsed);
		while (true) {
			Candidate candidate = candidates.pop();
			Progress progress = candidate.restore(average, end);
			try {
				export.accept(progress);
				return;
			}
			catch (UnfitGeneratorException ex) {
				if (candidates.isEmpty()) {
					throw new TrainingException(String.valueOf(ex.getMessage()), ex);
				}
				this.observer.onNotice("The generator of step %s cannot be exported: %s; %s is exported instead"
					.formatted(progress.step(), ex.getMessage(), candidates.getFirst().name()));
			}
		}
	}

	private Deque<Candidate> candidates(Progress end, boolean bestFirst, @Nullable String collapsed) {
		Candidate last = new Candidate("the last one", (average, progress) -> {
			this.checkpoint.readAverage(average);
			return progress;
		});
		Deque<Candidate> candidates = new ArrayDeque<>();
		if (collapsed == null) {
			candidates.add(last);
		}
		// The same one twice would fail twice
		if (this.best.exists() && (collapsed != null || this.best.kept().step() != end.step())) {
			Candidate closest = new Candidate("the best one", this::restoreBest);
			if (bestFirst) {
				candidates.addFirst(closest);
			}
			else {
				candidates.addLast(closest);
			}
		}
		if (candidates.isEmpty()) {
			throw new TrainingException(
					"The run has collapsed: %s; with quality.every, the best generator before ".formatted(collapsed)
							+ "that would have been kept");
		}
		return candidates;
	}

	private Progress restoreBest(GeneratorNetwork average, Progress end) {
		BestGenerator.Kept kept = this.best.restore(average.weights());
		this.observer.onNotice(String.format(Locale.ROOT, "The generator of step %s is exported, at distance %.3f",
				kept.step(), kept.distance()));
		return new Progress(kept.step(), end.elapsed(), end.last());
	}

	/** A generator that may be exported, and how it is put in place. */
	private record Candidate(String name, Restoring restoring) {

		Progress restore(GeneratorNetwork average, Progress end) {
			return this.restoring.restore(average, end);
		}

	}

	@FunctionalInterface
	private interface Restoring {

		Progress restore(GeneratorNetwork average, Progress end);

	}

}
