package io.eidolon.inference.plan;

import java.time.Duration;

import io.eidolon.graph.OnnxGraph;
import io.eidolon.graph.canonical.ByteTail;
import io.eidolon.inference.onnx.Device;
import io.eidolon.inference.onnx.GeneratorSession;
import io.eidolon.inference.onnx.LatentBatch;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.modelcard.ModelCard.ValueRange;

/**
 * Opens the forms of a generator's graph, and times them.
 *
 * @param card what the generator generates, and from what
 * @param device where it is to run
 */
record Forms(ModelCard card, Device device) {

	private static final Duration COMPARISON_TIME = Duration.ofMillis(200);

	/** Opens a form that is to serve: it gives bytes. */
	GeneratorSession serving(OnnxGraph graph) {
		ValueRange range = this.card.image().range();
		return open(ByteTail.on(graph, range.minimum(), range.maximum()));
	}

	/** Opens a form as it is. */
	GeneratorSession open(OnnxGraph graph) {
		return GeneratorSession.open(this.card.name(), graph, this.device);
	}

	/**
	 * How many times as fast a form that is to serve is, at batch 1.
	 * @param exported runs the graph as it was exported
	 */
	double speedup(GeneratorSession exported, GeneratorSession serving) {
		LatentBatch single = TestBatches.of(this.card, exported.signature(), 1, 1).getFirst();
		return new SpeedComparison(this.device.stopwatch(), COMPARISON_TIME.toNanos())
			.speedup(() -> exported.run(single), () -> serving.samples(single));
	}

	/** Turns what the graph as it was exported gives into samples. */
	Levels levels() {
		return new Levels(this.card.image());
	}

}
