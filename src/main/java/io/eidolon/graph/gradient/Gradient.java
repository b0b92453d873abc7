package io.eidolon.graph.gradient;

import java.util.List;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.eidolon.graph.OnnxGraph;
import io.eidolon.modelcard.ModelCard;

/**
 * Reverse-mode differentiation of a generator in its latent. Weights are constants: only
 * what lies between {@code z} and the loss is differentiated, which costs about as much
 * again as drawing.
 */
public final class Gradient {

	private Gradient() {
	}

	/**
	 * Appends a loss to a generator, and the gradient of the loss to both. A generator
	 * that draws one picture in a run draws many if nothing but its shapes held it to
	 * one.
	 * @param generator a canonical graph of opset 13 or later: {@code z} and, for a
	 * class-conditional one, {@code label} to {@code image}
	 * @param loss what is asked of the pictures
	 * @throws UnsupportedOperatorException when an operator between the latent and the
	 * loss has no rule
	 * @throws io.eidolon.graph.InvalidGraphException when a node cannot be run on what it
	 * is given
	 */
	public static GradientGraph of(OnnxGraph generator, Loss loss) {
		OnnxGraph joined = GeneratorWithLoss.of(OpenBatch.of(generator), loss);
		GraphProto source = joined.model().getGraph();
		Tape tape = new Tape(joined);
		String latentGradient = new ReverseMode(source, tape).gradient(Loss.LOSS, ModelCard.LATENT_INPUT);
		tape.name(latentGradient, GradientGraph.LATENT_GRADIENT);

		GraphProto.Builder graph = tape.graph().clearOutput().clearValueInfo();
		ValueInfoProto latent = named(source.getInputList(), ModelCard.LATENT_INPUT);
		graph.addOutput(named(source.getOutputList(), GradientGraph.LOSS))
			.addOutput(latent.toBuilder().setName(GradientGraph.LATENT_GRADIENT))
			.addOutput(named(source.getOutputList(), GradientGraph.IMAGE));
		return new GradientGraph(OnnxGraph.of(joined.model().toBuilder().setGraph(graph).build()));
	}

	private static ValueInfoProto named(List<ValueInfoProto> values, String name) {
		return values.stream().filter((value) -> value.getName().equals(name)).findFirst().orElseThrow();
	}

}
