package io.eidolon.graph.gradient;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.eidolon.graph.Dimension;
import io.eidolon.graph.ir.AppliedGraph;
import io.eidolon.graph.ir.Graph;
import io.eidolon.graph.ir.NodeWriter;
import io.eidolon.graph.ir.Value;
import io.eidolon.modelcard.PortNames;

/** A generator with a loss behind it: two graphs as one. */
final class GeneratorWithLoss {

	private GeneratorWithLoss() {
	}

	/**
	 * Gives the loss the images that the generator makes. Values inside either graph may
	 * have any name, so that some are renamed.
	 * @param generator gets the loss as another output
	 */
	static Graph of(Graph generator, Loss loss) {
		Graph appended = Graph.of(loss.graph());
		Dimension batch = batch(generator.inputs().getFirst());
		generator.free(GradientGraph.LOSS);
		Map<Value, Value> inputs = new HashMap<>();
		for (Value input : appended.inputs()) {
			inputs.put(input,
					(input.name().equals(PortNames.IMAGE) ? generator.output(input.name())
							: generator.input(input.name()))
						.orElseGet(() -> generator.addInput(input.name(), input.type().withBatch(batch))));
		}
		Value losses = new AppliedGraph(appended, NodeWriter.atEnd(generator, "")).to(inputs).getFirst();
		losses.declare(appended.outputs().getFirst().type().withBatch(batch));
		generator.rename(losses, GradientGraph.LOSS);
		generator.addOutput(losses);
		return generator;
	}

	// As many as the generator makes in a run, which may be one alone.
	private static Dimension batch(Value latent) {
		List<Dimension> axes = latent.shape();
		return (axes != null && !axes.isEmpty()) ? axes.getFirst() : Dimension.BATCH;
	}

}
