package io.eidolon.graph.gradient;

import java.util.ArrayList;
import java.util.List;

import io.eidolon.graph.InvalidGraphException;
import io.eidolon.graph.OnnxGraph;
import io.eidolon.graph.ir.Graph;
import io.eidolon.graph.ir.NodeWriter;
import io.eidolon.graph.ir.Value;
import io.eidolon.modelcard.PortNames;

/**
 * Reverse-mode differentiation of a generator in its inputs. Weights are constants: only
 * what lies between the inputs and the loss is differentiated, which costs about as much
 * again as a forward run. Where a derivative does not exist, the subgradient of PyTorch
 * is taken: 0 at 0 for norms and their roots, halves for the two sides of a tie.
 */
public final class Gradient {

	private Gradient() {
	}

	/**
	 * Appends a loss to a generator, and the gradient of the loss in the latent to both.
	 * A generator that makes one image in a run makes many if nothing but its shapes held
	 * it to one.
	 * @param generator a canonical graph of opset 13 or later: {@code z} and, for a
	 * class-conditional one, {@code label} to {@code image}
	 * @param loss what is asked of the images
	 * @throws UnsupportedOperatorException when an operator between the latent and the
	 * loss has no rule
	 * @throws InvalidGraphException when a node cannot be run on what it is given
	 */
	public static GradientGraph of(OnnxGraph generator, Loss loss) {
		return of(generator, loss, List.of(PortNames.LATENT));
	}

	/**
	 * Appends a loss to a generator, and the gradients of the loss in some inputs to
	 * both.
	 * @param inputs the names of the inputs, such as {@code z} and {@code sentence}
	 * @throws UnsupportedOperatorException when an operator between an input and the loss
	 * has no rule
	 * @throws InvalidGraphException when there is no such input, or when a node cannot be
	 * run on what it is given
	 */
	public static GradientGraph of(OnnxGraph generator, Loss loss, List<String> inputs) {
		Graph unrounded = OpenBatch.of(generator);
		unrounded.output(GradientGraph.IMAGE).ifPresent((picture) -> Decomposition.withoutRounding(unrounded, picture));
		Graph graph = Decomposition.apply(GeneratorWithLoss.of(unrounded, loss));
		Value image = graph.output(GradientGraph.IMAGE).orElseThrow();
		Value losses = graph.output(GradientGraph.LOSS).orElseThrow();
		List<Value> in = inputs.stream().map((name) -> input(graph, name)).toList();
		List<Value> gradients = new ReverseMode(graph, new Tape(graph)).gradients(losses, in);
		List<Value> outputs = new ArrayList<>(List.of(losses));
		NodeWriter writer = NodeWriter.atEnd(graph, "gradient/");
		for (int i = 0; i < in.size(); i++) {
			// An Identity, since two inputs may share a gradient.
			Value gradient = writer.node("Identity", gradients.get(i));
			gradient.declare(in.get(i).type());
			graph.rename(gradient, GradientGraph.gradientOf(in.get(i).name()));
			outputs.add(gradient);
		}
		outputs.add(image);
		graph.setOutputs(outputs);
		graph.removeUnused();
		return new GradientGraph(graph.onnx());
	}

	private static Value input(Graph graph, String name) {
		return graph.input(name)
			.orElseThrow(() -> new InvalidGraphException(
					"The generator has no input %s, only %s".formatted(name, graph.inputs())));
	}

}
