package io.eidolon.graph.canonical;

import java.util.List;
import java.util.Optional;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.eidolon.graph.InvalidGraphException;
import io.eidolon.graph.Quoted;
import io.eidolon.graph.canonical.GeneratorPorts.Hints;
import io.eidolon.graph.ir.Graph;
import io.eidolon.graph.ir.NodeWriter;
import io.eidolon.graph.ir.Constant;
import io.eidolon.graph.ir.Value;
import org.jspecify.annotations.Nullable;

/**
 * Gives inputs the number that the card says, such as a truncation or maps of noise: they
 * are no longer inputs then.
 */
final class FixedInputs {

	private FixedInputs() {
	}

	/**
	 * Fixes inputs.
	 * @throws InvalidGraphException when the card names an input that the graph has not
	 */
	static void apply(Graph graph, Hints hints) {
		hints.inputs().keySet().forEach((name) -> {
			if (graph.input(name).isEmpty()) {
				throw new InvalidGraphException("inputs (%s) in model.json must be among the inputs of the graph, %s"
					.formatted(Quoted.of(name), PortErrors.names(graph.inputs().stream().map(Port::of).toList())));
			}
		});
		NodeWriter front = NodeWriter.atStart(graph, "fixed/");
		for (Value input : graph.inputs()) {
			number(hints.inputs().get(input.name())).ifPresent((number) -> {
				long[] shape = Port.of(input).shape().stream().mapToLong((size) -> Math.max(1, size)).toArray();
				Value one = front.constant(Constant.floats(new float[] { number }));
				Value filled = (shape.length > 0) ? front.node("Expand", one, front.integers(shape)) : one;
				Value constant = (input.elementType() == DataType.FLOAT) ? filled
						: front.cast(filled, input.elementType());
				input.uses().forEach((use) -> use.node().setInput(use.input(), constant));
			});
		}
		List<Value> kept = graph.inputs()
			.stream()
			.filter((input) -> number(hints.inputs().get(input.name())).isEmpty())
			.toList();
		graph.setInputs(kept);
	}

	private static Optional<Float> number(@Nullable String said) {
		try {
			return (said != null) ? Optional.of(Float.valueOf(said)) : Optional.empty();
		}
		catch (NumberFormatException ex) {
			return Optional.empty();
		}
	}

}
