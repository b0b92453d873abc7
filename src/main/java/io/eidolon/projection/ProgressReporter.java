package io.eidolon.projection;

import java.util.List;
import java.util.function.Consumer;

import io.eidolon.search.Candidate;
import io.eidolon.search.ResultEncoder;
import org.jspecify.annotations.Nullable;

/**
 * Tells a listener about some of the steps.
 *
 * @param steps how many there are
 * @param target the image that is projected
 * @param range the difference between black and full intensity
 * @param results encodes images
 * @param progress the listener, null when nobody listens
 */
record ProgressReporter(int steps, TargetImage target, double range, ResultEncoder results,
		@Nullable Consumer<ProjectionProgress> progress) {

	private static final int REPORTS = 20;

	void report(int step, Candidate best) {
		int interval = Math.max(1, Math.ceilDiv(this.steps, REPORTS));
		if (this.progress != null && step % interval == 0 && (step < this.steps || step == 0)) {
			double psnr = Psnr.of(this.target.image(), best.image(), this.range);
			this.progress
				.accept(new ProjectionProgress(step, this.steps, psnr, this.results.encode(List.of(best)).getFirst()));
		}
	}

}
