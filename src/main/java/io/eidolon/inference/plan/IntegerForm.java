package io.eidolon.inference.plan;

import java.util.List;
import java.util.Optional;

import io.eidolon.graph.OnnxGraph;
import io.eidolon.graph.rewrite.Calibration;
import io.eidolon.graph.rewrite.Rewritten;
import io.eidolon.inference.onnx.GeneratorSession;
import io.eidolon.inference.onnx.LatentBatch;
import io.eidolon.inference.plan.ExecutionPlan.Graph;
import io.eidolon.inference.plan.ExecutionPlan.Precision;

/**
 * The form whose wide layers compute with 8-bit integers.
 *
 * @param forms opens it
 * @param maxBatch how many images one run may generate at most
 */
record IntegerForm(Forms forms, int maxBatch) {

	/** How many pictures its distance from floats is measured on. */
	static final int PSNR_PICTURES = 256;

	private static final int CALIBRATION_PICTURES = 64;

	/**
	 * Calibrates the layers of a graph on latents, which are always the same ones; empty
	 * when none is wide enough to be faster with integers.
	 */
	Optional<Rewritten> of(OnnxGraph canonical) {
		Calibration calibration = Calibration.of(canonical);
		if (calibration.isEmpty()) {
			return Optional.empty();
		}
		try (GeneratorSession session = this.forms.open(calibration.observed())) {
			TestBatches.forCalibration(this.forms.card(), session.signature(), CALIBRATION_PICTURES)
				.forEach((batch) -> calibration.observe(session.outputs(batch)));
		}
		return Optional.of(calibration.quantised());
	}

	/**
	 * Opens the form, and measures how close its pictures come and how fast.
	 * @return its plan and its session, which the caller closes
	 */
	Decision measured(Rewritten integers, GeneratorSession exported) {
		List<LatentBatch> tests = TestBatches.of(this.forms.card(), exported.signature(), PSNR_PICTURES, this.maxBatch);
		GeneratorSession session = this.forms.serving(integers.graph());
		try {
			double psnr = ImageComparison.of(tests, exported, this.forms.levels(), session).psnr();
			return new Decision(new ExecutionPlan(Graph.REWRITTEN, integers.rewrites(),
					this.forms.speedup(exported, session), Precision.INT8, psnr, this.forms.device().toString()),
					session);
		}
		catch (RuntimeException | Error ex) {
			session.close();
			throw ex;
		}
	}

}
