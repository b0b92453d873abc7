package io.eidolon.graph.shape;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.eidolon.graph.InvalidGraphException;
import io.eidolon.graph.OnnxGraph;
import io.eidolon.graph.TensorData;
import org.jspecify.annotations.Nullable;

/**
 * The shapes of the tensors of a graph, for inputs of given shapes. They are told by the
 * operators alone; what a file declares of its inner tensors is not believed. What cannot
 * be told stays unknown.
 */
public final class Shapes {

	private final Map<String, InferredTensor> inferred = new HashMap<>();

	private Shapes() {
	}

	/**
	 * Tells the shapes of a graph of opset 13 or later for a batch of one: an input's
	 * first axis is 1 where the graph leaves it open.
	 * @throws InvalidGraphException when a node cannot be run on what it is given
	 */
	public static Shapes of(OnnxGraph graph) {
		return of(graph, Map.of());
	}

	/**
	 * Tells the shapes of a graph of opset 13 or later.
	 * @param inputs the shapes of inputs, by their names, that differ from a batch of one
	 * @throws InvalidGraphException when a node cannot be run on what it is given
	 */
	public static Shapes of(OnnxGraph graph, Map<String, List<Long>> inputs) {
		GraphProto onnx = graph.model().getGraph();
		Shapes shapes = new Shapes();
		for (ValueInfoProto input : onnx.getInputList()) {
			List<Long> shape = inputs.get(input.getName());
			shapes.inferred.put(input.getName(),
					InferredTensor.of(type(input), (shape != null) ? shape : declared(input)));
		}
		for (TensorProto tensor : onnx.getInitializerList()) {
			shapes.inferred.put(tensor.getName(), constant(tensor));
		}
		onnx.getNodeList().forEach(shapes::infer);
		return shapes;
	}

	/** The shape of a tensor, empty when it cannot be told. */
	public Optional<List<Long>> of(String value) {
		return Optional.ofNullable(this.inferred.getOrDefault(value, InferredTensor.UNKNOWN).shape());
	}

	/** The type of a tensor's elements. */
	public DataType type(String value) {
		return this.inferred.getOrDefault(value, InferredTensor.UNKNOWN).type();
	}

	/** The elements of a small tensor that is the same in every run. */
	public Optional<double[]> values(String value) {
		return Optional.ofNullable(this.inferred.getOrDefault(value, InferredTensor.UNKNOWN).values());
	}

	static InferredTensor constant(TensorProto tensor) {
		boolean small = TensorData.elements(tensor.getName(), tensor.getDimsList()) <= InferredTensor.MAX_VALUES;
		return new InferredTensor(DataType.forNumber(tensor.getDataType()), tensor.getDimsList(),
				small ? TensorData.values(tensor) : null);
	}

	private void infer(NodeProto node) {
		ShapedNode shaped = new ShapedNode(node, this.inferred);
		List<InferredTensor> outputs = ShapeRules.of(node.getOpType()).apply(shaped);
		for (int i = 0; i < node.getOutputCount(); i++) {
			InferredTensor output = (i < outputs.size()) ? outputs.get(i) : InferredTensor.UNKNOWN;
			if (output.shape() != null) {
				TensorData.elements("what %s makes".formatted(shaped), output.shape());
			}
			this.inferred.put(node.getOutput(i), output);
		}
	}

	private static DataType type(ValueInfoProto input) {
		DataType type = DataType.forNumber(input.getType().getTensorType().getElemType());
		return (type != null) ? type : DataType.UNDEFINED;
	}

	private static @Nullable List<Long> declared(ValueInfoProto input) {
		if (!input.getType().getTensorType().hasShape()) {
			return null;
		}
		List<TensorShapeProto.Dimension> axes = input.getType().getTensorType().getShape().getDimList();
		Long[] shape = new Long[axes.size()];
		for (int i = 0; i < shape.length; i++) {
			boolean fixed = axes.get(i).hasDimValue() && axes.get(i).getDimValue() > 0;
			if (!fixed && i > 0) {
				return null;
			}
			shape[i] = fixed ? axes.get(i).getDimValue() : 1;
		}
		return List.of(shape);
	}

}
