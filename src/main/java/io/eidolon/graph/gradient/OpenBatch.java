package io.eidolon.graph.gradient;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.eidolon.graph.InvalidGraphException;
import io.eidolon.graph.OnnxGraph;
import io.eidolon.graph.shape.Shapes;

/**
 * Lets a generator that was written for one picture draw many in a run. What holds it to
 * one is mostly a Reshape to {@code (1, ...)}, which becomes {@code (-1, ...)}.
 */
final class OpenBatch {

	private OpenBatch() {
	}

	/**
	 * The generator with an open batch; as it is where that is open already, or where a
	 * row of some value would not belong to one picture alone.
	 */
	static OnnxGraph of(OnnxGraph generator) {
		if (generator.model()
			.getGraph()
			.getInput(0)
			.getType()
			.getTensorType()
			.getShape()
			.getDim(0)
			.getDimValue() != 1) {
			return generator;
		}
		try {
			OnnxGraph opened = opened(generator);
			return hasRows(opened) ? opened : generator;
		}
		catch (InvalidGraphException ex) {
			return generator;
		}
	}

	private static OnnxGraph opened(OnnxGraph generator) {
		Shapes one = Shapes.of(generator);
		Tape tape = new Tape(generator);
		GraphProto.Builder graph = tape.graph();
		for (NodeProto.Builder node : graph.getNodeBuilderList()) {
			if (node.getOpType().equals("Reshape")) {
				one.of(node.getOutput(0))
					.filter((shape) -> !shape.isEmpty() && shape.getFirst() == 1)
					.ifPresent((shape) -> {
						long[] open = Tape.longs(shape);
						open[0] = BatchShapes.OPEN;
						node.setInput(1, tape.integers(open));
					});
			}
		}
		graph.getInputBuilderList().forEach(OpenBatch::open);
		graph.getOutputBuilderList().forEach(OpenBatch::open);
		return OnnxGraph.of(generator.model().toBuilder().setGraph(graph).build());
	}

	private static void open(ValueInfoProto.Builder port) {
		port.getTypeBuilder().getTensorTypeBuilder().getShapeBuilder().getDimBuilder(0).setDimParam("N");
	}

	// Rows of one size in row-major order stay apart, whatever is done within them.
	private static boolean hasRows(OnnxGraph graph) {
		BatchShapes shapes = BatchShapes.of(graph);
		Set<String> drawn = new HashSet<>();
		graph.model().getGraph().getInputList().forEach((input) -> drawn.add(input.getName()));
		for (NodeProto node : graph.model().getGraph().getNodeList()) {
			List<String> outputs = node.getOutputList();
			if (node.getInputList().stream().anyMatch(drawn::contains) && !GradientRules.isFlat(node)) {
				if (!outputs.stream().allMatch(shapes::hasRows)) {
					return false;
				}
				drawn.addAll(outputs);
			}
		}
		return true;
	}

}
