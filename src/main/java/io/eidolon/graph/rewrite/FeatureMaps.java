package io.eidolon.graph.rewrite;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;

/**
 * The planes of the values of a graph, as far as they follow from the operators that
 * generators are made of. What does not follow is left out, and nothing that needs it is
 * rewritten.
 */
final class FeatureMaps {

	/** What no picture exceeds; more is an overflow. */
	private static final int MAXIMUM_SIDE = 1 << 15;

	private final GraphEdit graph;

	/** The axes after the batch of values that have four, by name. */
	private final Map<String, List<Long>> axes = new HashMap<>();

	private FeatureMaps(GraphEdit graph) {
		this.graph = graph;
		graph.inputs().forEach(this::declare);
		graph.nodes()
			.stream()
			.filter((node) -> node.getInputCount() > 0 && node.getOutputCount() > 0)
			.forEach((node) -> infer(node).ifPresent((shape) -> this.axes.put(node.getOutput(0), shape)));
	}

	static FeatureMaps of(GraphEdit graph) {
		return new FeatureMaps(graph);
	}

	/** The plane of a value of shape (N, channels, height, width). */
	Optional<FeatureMap> of(String value) {
		return Optional.ofNullable(this.axes.get(value))
			.filter((shape) -> isSide(shape.get(1)) && isSide(shape.get(2)))
			.map((shape) -> new FeatureMap(Math.toIntExact(shape.get(1)), Math.toIntExact(shape.get(2))));
	}

	private static boolean isSide(long size) {
		return size > 0 && size <= MAXIMUM_SIDE;
	}

	private void declare(ValueInfoProto input) {
		TensorShapeProto shape = input.getType().getTensorType().getShape();
		if (shape.getDimCount() == 4) {
			this.axes.put(input.getName(),
					IntStream.range(1, 4).mapToObj((i) -> shape.getDim(i).getDimValue()).toList());
		}
	}

	private Optional<List<Long>> infer(NodeProto node) {
		return switch (node.getOpType()) {
			case "Reshape" ->
				this.graph.integers(node, 1).filter((shape) -> shape.size() == 4).map((shape) -> shape.subList(1, 4));
			case "Unsqueeze" -> pixel(node);
			case "Transpose" -> input(node).flatMap((shape) -> transposed(node, shape));
			case "Conv" -> plane(node, Convolution.Axis::convolved);
			case "ConvTranspose" -> plane(node, Convolution.Axis::transposed);
			case "Relu", "LeakyRelu", "PRelu", "Elu", "Selu", "Softplus", "Sigmoid", "HardSigmoid", "Tanh", "Clip",
					"Identity", "Cast", "BatchNormalization", "InstanceNormalization" ->
				input(node);
			default -> Optional.empty();
		};
	}

	private Optional<List<Long>> input(NodeProto node) {
		return Optional.ofNullable(this.axes.get(node.getInput(0)));
	}

	// z (N, D) to (N, D, 1, 1), which is the only way for it to get a plane.
	private Optional<List<Long>> pixel(NodeProto node) {
		List<Long> added = this.graph.integers(node, 1).orElse(new Attributes(node).integers("axes"));
		return (added.equals(List.of(2L, 3L)) || added.equals(List.of(-2L, -1L))) ? Optional.of(List.of(0L, 1L, 1L))
				: Optional.empty();
	}

	private static Optional<List<Long>> transposed(NodeProto node, List<Long> shape) {
		List<Long> order = new Attributes(node).integers("perm");
		return (order.size() == 4 && order.getFirst() == 0)
				? Optional.of(order.stream().skip(1).map((axis) -> shape.get((int) (axis - 1))).toList())
				: Optional.empty();
	}

	private Optional<List<Long>> plane(NodeProto node, Size size) {
		return of(node.getInput(0)).flatMap((map) -> Convolution.of(this.graph, node)
			.map((layer) -> List.of((long) layer.bias().length, (long) size.after(layer.rows(), map.height()),
					(long) size.after(layer.columns(), map.width()))));
	}

	/** How many values along an axis a layer makes of how many. */
	@FunctionalInterface
	private interface Size {

		int after(Convolution.Axis axis, int size);

	}

}
