package io.eidolon.inference.plan;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.eidolon.graph.OnnxGraph;
import io.eidolon.graph.canonical.ByteTail;
import io.eidolon.graph.rewrite.Calibration;
import io.eidolon.graph.rewrite.FastForm;
import io.eidolon.graph.rewrite.Rewritten;
import io.eidolon.inference.onnx.Device;
import io.eidolon.inference.onnx.GeneratorSession;
import io.eidolon.inference.onnx.InvalidModelException;
import io.eidolon.inference.onnx.LatentBatch;
import io.eidolon.inference.plan.ExecutionPlan.Graph;
import io.eidolon.inference.plan.ExecutionPlan.Precision;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.modelcard.ModelCard.ValueRange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the form of its graph in which a generator serves: the fastest that gives the
 * same images as the graph as it was exported.
 *
 * @param card what the generator generates, and from what
 * @param maxBatch how many images one run may generate at most
 * @param device where it is to run
 */
public record ExecutionPlanner(ModelCard card, int maxBatch, Device device) {

	private static final Logger logger = LoggerFactory.getLogger(ExecutionPlanner.class);

	/**
	 * How fast a rewritten graph must be to serve, against the graph as it was exported.
	 * Below 1, so that chance does not give replicas different forms, whose pictures
	 * could differ by a level.
	 */
	private static final double LEAST_SPEEDUP = 0.9;

	/** What the test pictures hold together at least, so that rare differences show. */
	private static final int TEST_SAMPLES = 100_000;

	private static final int CALIBRATION_PICTURES = 64;

	private static final int PSNR_PICTURES = 256;

	private static final double LEAST_PSNR = 35;

	/** Rewriting makes other weights, which are in the heap until a session has them. */
	private static final long LARGEST_REWRITTEN = Runtime.getRuntime().maxMemory() / 4;

	private static final Duration COMPARISON_TIME = Duration.ofMillis(200);

	/**
	 * Opens the form that serves in the place of the graph as it was exported.
	 * @param canonical a graph from z float (N, D), and label int64 (N) for a
	 * class-conditional generator, to image float (N, channels, height, width)
	 * @param exported runs this graph as it is
	 * @param precision what it is to compute with
	 * @return the form and its session, which gives bytes; the caller closes it. Empty
	 * when the graph as it was exported serves best
	 * @throws InvalidModelException when the graph cannot be run, or when its pictures
	 * suffer too much from the precision
	 */
	public Optional<Choice> plan(OnnxGraph canonical, GeneratorSession exported, Precision precision) {
		// Running it first keeps rewrites from graphs that are not sound.
		int pictures = Math.clamp(Math.ceilDiv(TEST_SAMPLES, levels().size(1)), 2, 64);
		List<LatentBatch> tests = TestBatches.of(this.card, exported.signature(), pictures, this.maxBatch);
		tests.forEach((batch) -> check(exported, batch));
		return switch (precision) {
			case FLOAT32 -> faster(canonical, exported, tests);
			case INT8 -> Optional.of(quantised(canonical, exported));
		};
	}

	private void check(GeneratorSession exported, LatentBatch batch) {
		try {
			int values = exported.run(batch).length;
			if (values != levels().size(batch.count())) {
				throw new InvalidModelException("%s gives %s values for a batch of %s, but its card needs %s"
					.formatted(this.card.name(), values, batch.count(), levels().size(batch.count())));
			}
		}
		catch (IllegalStateException ex) {
			throw new InvalidModelException(
					"%s cannot generate a batch of %s: %s".formatted(this.card.name(), batch.count(), ex.getMessage()),
					ex);
		}
	}

	/**
	 * Opens the graph as it was exported.
	 * @return the form and its session, which gives bytes; the caller closes it
	 */
	public Choice asExported(OnnxGraph canonical) {
		return new Choice(open(canonical),
				new ExecutionPlan(Graph.AS_EXPORTED, List.of(), 1, Precision.FLOAT32, null, this.device.toString()));
	}

	// A rewrite that fails must not cost a generator its service.
	private Optional<Choice> faster(OnnxGraph canonical, GeneratorSession exported, List<LatentBatch> tests) {
		try {
			return rewritten(canonical, exported, tests);
		}
		// Other weights of a large generator may be too much for the memory.
		catch (RuntimeException | OutOfMemoryError ex) {
			logger.warn("{} serves as it was exported; its rewritten graph fails: {}", this.card.name(),
					ex.getMessage());
			return Optional.empty();
		}
	}

	private Optional<Choice> rewritten(OnnxGraph canonical, GeneratorSession exported, List<LatentBatch> tests) {
		if (canonical.size() > LARGEST_REWRITTEN) {
			logger.info("{} serves as it was exported: other weights of it would take too much of the heap",
					this.card.name());
			return Optional.empty();
		}
		Rewritten fast = FastForm.of(canonical);
		fast.outcomes().forEach((outcome) -> logger.debug("{}: {}", this.card.name(), outcome));
		if (fast.rewrites().isEmpty()) {
			return Optional.empty();
		}
		return keepIf(open(fast.graph()), (session) -> {
			boolean equal = ImageComparison.of(tests, exported, levels(), session).isRounding();
			double speedup = equal ? speedup(exported, session) : 0;
			return (speedup < LEAST_SPEEDUP) ? Optional.empty() : Optional.of(new ExecutionPlan(Graph.REWRITTEN,
					fast.rewrites(), speedup, Precision.FLOAT32, null, this.device.toString()));
		});
	}

	private Choice quantised(OnnxGraph canonical, GeneratorSession exported) {
		Rewritten integers = calibrated(canonical);
		List<LatentBatch> tests = TestBatches.of(this.card, exported.signature(), PSNR_PICTURES, this.maxBatch);
		return keepIf(open(integers.graph()), (session) -> {
			double psnr = ImageComparison.of(tests, exported, levels(), session).psnr();
			if (psnr < LEAST_PSNR) {
				throw refused(String.format(Locale.ROOT,
						"int8 pictures reach %.1f dB against float32 on %s latents; at least %.0f is needed", psnr,
						PSNR_PICTURES, LEAST_PSNR));
			}
			return Optional.of(new ExecutionPlan(Graph.REWRITTEN, integers.rewrites(), speedup(exported, session),
					Precision.INT8, psnr, this.device.toString()));
		}).orElseThrow();
	}

	private Rewritten calibrated(OnnxGraph canonical) {
		Calibration calibration = Calibration.of(canonical);
		if (calibration.isEmpty()) {
			throw refused("no layer of it is wide enough to be faster with int8");
		}
		try (GeneratorSession session = session(calibration.observed())) {
			TestBatches.forCalibration(this.card, session.signature(), CALIBRATION_PICTURES)
				.forEach((batch) -> calibration.observe(session.outputs(batch)));
		}
		return calibration.quantised();
	}

	private InvalidModelException refused(String reason) {
		return new InvalidModelException("%s: %s; leave %s out".formatted(this.card.name(), reason,
				RequestedPrecision.setting(this.card.name())));
	}

	private double speedup(GeneratorSession exported, GeneratorSession form) {
		LatentBatch single = TestBatches.of(this.card, exported.signature(), 1, 1).getFirst();
		return new SpeedComparison(this.device.stopwatch(), COMPARISON_TIME.toNanos())
			.speedup(() -> exported.run(single), () -> form.samples(single));
	}

	private GeneratorSession open(OnnxGraph graph) {
		ValueRange range = this.card.image().range();
		return session(ByteTail.on(graph, range.minimum(), range.maximum()));
	}

	private GeneratorSession session(OnnxGraph graph) {
		return GeneratorSession.open(this.card.name(), graph, this.device);
	}

	private Levels levels() {
		return new Levels(this.card.image());
	}

	// A session closes unless it is to serve.
	private static Optional<Choice> keepIf(GeneratorSession session, Trial trial) {
		Optional<ExecutionPlan> form = Optional.empty();
		try {
			form = trial.form(session);
			return form.map((served) -> new Choice(session, served));
		}
		finally {
			if (form.isEmpty()) {
				session.close();
			}
		}
	}

	/** Finds out whether a session may serve, and as what. */
	@FunctionalInterface
	private interface Trial {

		Optional<ExecutionPlan> form(GeneratorSession session);

	}

	/**
	 * A plan and its session.
	 *
	 * @param session generates bytes
	 * @param plan how
	 */
	public record Choice(GeneratorSession session, ExecutionPlan plan) {

	}

}
