package io.eidolon.inference.plan;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.eidolon.graph.OnnxGraph;
import io.eidolon.graph.rewrite.FastForm;
import io.eidolon.graph.rewrite.Rewritten;
import io.eidolon.inference.onnx.Device;
import io.eidolon.inference.onnx.GeneratorSession;
import io.eidolon.inference.onnx.InvalidModelException;
import io.eidolon.inference.onnx.LatentBatch;
import io.eidolon.inference.onnx.RunLimit;
import io.eidolon.inference.plan.ExecutionPlan.Declined;
import io.eidolon.inference.plan.ExecutionPlan.Graph;
import io.eidolon.inference.plan.ExecutionPlan.Precision;
import io.eidolon.inference.plan.RequestedPrecision.Wish;
import io.eidolon.modelcard.ModelCard;
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

	/** Below it, integers that were asked for are refused. */
	private static final double LEAST_PSNR = 35;

	/** From it on, integers are chosen where that is left to the service. */
	private static final double CLOSE_PSNR = 40;

	/**
	 * How fast integers must be to be chosen, against the best form with floats: more
	 * than chance makes of equal ones, so that equal machines choose alike.
	 */
	private static final double LEAST_GAIN = 1.2;

	/** Rewriting makes other weights, which are in the heap until a session has them. */
	private static final long LARGEST_REWRITTEN = Runtime.getRuntime().maxMemory() / 4;

	/**
	 * Decides in which form the graph serves.
	 * @param canonical a graph from z float (N, D), and label int64 (N) for a
	 * class-conditional generator, to image float (N, channels, height, width)
	 * @param exported runs this graph as it is
	 * @param precision what it is to compute with
	 * @throws InvalidModelException when the graph cannot be run, or when its pictures
	 * suffer too much from the precision
	 */
	public Decision plan(OnnxGraph canonical, GeneratorSession exported, Wish precision) {
		// Running it first keeps rewrites from graphs that are not sound.
		int pictures = Math.clamp(Math.ceilDiv(TEST_SAMPLES, levels().size(1)), 2, 64);
		List<LatentBatch> tests = TestBatches.of(this.card, exported.signature(), pictures, this.maxBatch);
		tests.forEach((batch) -> check(exported, batch));
		return switch (precision) {
			case FLOAT32 -> floats(canonical, exported, tests);
			case INT8 -> integers(canonical, exported);
			case AUTO -> better(canonical, exported, floats(canonical, exported, tests));
		};
	}

	/**
	 * Opens the form of a plan, made for the same graph, whose session is not open.
	 * @return a session that gives bytes; the caller closes it
	 * @throws IllegalStateException when the rewrites give another form, or take too much
	 * of the heap
	 */
	public GeneratorSession open(OnnxGraph canonical, ExecutionPlan plan) {
		if (plan.graph() == Graph.AS_EXPORTED) {
			return forms().serving(canonical);
		}
		if (isTooLarge(canonical)) {
			throw new IllegalStateException("Other weights would take too much of the heap");
		}
		Rewritten form = (plan.precision() == Precision.INT8) ? integers().of(canonical).orElseThrow()
				: FastForm.of(canonical);
		if (!form.rewrites().equals(plan.rewrites())) {
			throw new IllegalStateException(
					"Rewrites are %s, not %s any more".formatted(form.rewrites(), plan.rewrites()));
		}
		return forms().serving(form.graph());
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

	// A rewrite that fails must not cost a generator its service.
	private Decision floats(OnnxGraph canonical, GeneratorSession exported, List<LatentBatch> tests) {
		try {
			return rewritten(canonical, exported, tests).orElseGet(this::asExported);
		}
		// Other weights of a large generator may be too much for the memory.
		catch (RuntimeException | OutOfMemoryError ex) {
			logger.warn("{} serves as it was exported; its rewritten graph fails: {}", this.card.name(),
					ex.getMessage());
			return asExported();
		}
	}

	/** To be opened when the session that was tried has closed. */
	private Decision asExported() {
		return new Decision(
				new ExecutionPlan(Graph.AS_EXPORTED, List.of(), 1, Precision.FLOAT32, null, this.device.toString()),
				null);
	}

	private Optional<Decision> rewritten(OnnxGraph canonical, GeneratorSession exported, List<LatentBatch> tests) {
		if (isTooLarge(canonical)) {
			logger.info("{} serves as it was exported: other weights of it would take too much of the heap",
					this.card.name());
			return Optional.empty();
		}
		Rewritten fast = FastForm.of(canonical);
		fast.outcomes().forEach((outcome) -> logger.debug("{}: {}", this.card.name(), outcome));
		if (fast.rewrites().isEmpty()) {
			return Optional.empty();
		}
		GeneratorSession session = forms().serving(fast.graph());
		double speedup = 0;
		try {
			boolean equal = ImageComparison.of(tests, exported, levels(), session).isRounding();
			speedup = equal ? forms().speedup(exported, session) : 0;
		}
		finally {
			// It closes unless it is to serve.
			if (speedup < LEAST_SPEEDUP) {
				session.close();
			}
		}
		return (speedup < LEAST_SPEEDUP) ? Optional.empty()
				: Optional.of(new Decision(new ExecutionPlan(Graph.REWRITTEN, fast.rewrites(), speedup,
						Precision.FLOAT32, null, this.device.toString()), session));
	}

	/** Whether this heap has no room for other weights, so that none are tried. */
	public static boolean isTooLarge(OnnxGraph canonical) {
		return canonical.size() > LARGEST_REWRITTEN;
	}

	private Decision integers(OnnxGraph canonical, GeneratorSession exported) {
		Rewritten integers = integers().of(canonical)
			.orElseThrow(() -> refused("no layer of it is wide enough to be faster with int8"));
		Decision found = integers().measured(integers, exported);
		double psnr = found.plan().decibels();
		if (psnr < LEAST_PSNR) {
			found.close();
			throw refused(String.format(Locale.ROOT,
					"int8 pictures reach %.1f dB against float32 on %s latents; at least %.0f is needed", psnr,
					IntegerForm.PSNR_PICTURES, LEAST_PSNR));
		}
		return found;
	}

	/** Integers where they gain and their pictures are close, else floats. */
	private Decision better(OnnxGraph canonical, GeneratorSession exported, Decision floats) {
		try {
			Optional<Decision> integers = isTooLarge(canonical) ? Optional.empty() : RunLimit
				.withinHalf(() -> integers().of(canonical).map((form) -> integers().measured(form, exported)));
			return integers.map((found) -> better(floats, found)).orElse(floats);
		}
		// Nobody asked for integers.
		catch (RuntimeException | OutOfMemoryError ex) {
			logger.warn("{} serves with float32; its int8 form fails: {}", this.card.name(), ex.getMessage());
			return floats;
		}
	}

	private static Decision better(Decision floats, Decision integers) {
		if (areBetter(integers.plan(), floats.plan())) {
			floats.close();
			return integers;
		}
		integers.close();
		Declined declined = new Declined(Precision.INT8, integers.plan().decibels(), integers.plan().speedup());
		return new Decision(floats.plan().withDeclined(declined), floats.session());
	}

	/** Whether integers are to serve where that is left to the service. */
	static boolean areBetter(ExecutionPlan integers, ExecutionPlan floats) {
		return integers.decibels() >= CLOSE_PSNR && integers.speedup() >= LEAST_GAIN * floats.speedup();
	}

	private InvalidModelException refused(String reason) {
		return new InvalidModelException("%s: %s; leave %s out".formatted(this.card.name(), reason,
				RequestedPrecision.setting(this.card.name())));
	}

	private Forms forms() {
		return new Forms(this.card, this.device);
	}

	private IntegerForm integers() {
		return new IntegerForm(forms(), this.maxBatch);
	}

	private Levels levels() {
		return forms().levels();
	}

}
