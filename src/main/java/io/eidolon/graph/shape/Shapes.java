package io.eidolon.graph.shape;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.eidolon.graph.Dimension;
import io.eidolon.graph.InvalidGraphException;
import io.eidolon.graph.ShapeMeasurement;
import io.eidolon.graph.TensorData;
import io.eidolon.graph.ir.Graph;
import io.eidolon.graph.ir.Node;
import io.eidolon.graph.ir.Constant;
import io.eidolon.graph.ir.Value;
import org.jspecify.annotations.Nullable;

/**
 * The shapes of the tensors of a graph, for inputs of given shapes. They are told by the
 * operators alone; what a file declares of its inner tensors is not believed. What cannot
 * be told stays unknown.
 */
public final class Shapes {

	private final Map<Value, InferredTensor> inferred = new HashMap<>();

	private final Map<Value, InferredTensor> measured;

	private Shapes(Map<Value, InferredTensor> measured) {
		this.measured = measured;
	}

	/**
	 * Tells the shapes of a graph of opset 13 or later for a batch of one: an input's
	 * first axis is 1 where the graph leaves it open.
	 * @throws InvalidGraphException when a node cannot be run on what it is given
	 */
	public static Shapes of(Graph graph) {
		return of(graph, Map.of());
	}

	/**
	 * Tells the shapes of a graph of opset 13 or later.
	 * @param inputs the shapes of inputs that differ from a batch of one
	 * @throws InvalidGraphException when a node cannot be run on what it is given
	 */
	public static Shapes of(Graph graph, Map<Value, List<Long>> inputs) {
		return of(graph, inputs, Map.of());
	}

	/**
	 * Tells the shapes of a graph of opset 13 or later, of which a part may be run for
	 * what no rule tells.
	 * @param inputs the shapes of all inputs
	 * @throws InvalidGraphException when a node cannot be run on what it is given
	 */
	public static Shapes of(Graph graph, Map<Value, List<Long>> inputs, ShapeMeasurement measurement) {
		return new MeasuredShapes(graph, inputs, measurement).shapes();
	}

	/** Tells shapes, of which some are known. */
	static Shapes of(Graph graph, Map<Value, List<Long>> inputs, Map<Value, InferredTensor> measured) {
		Shapes shapes = new Shapes(measured);
		for (Value input : graph.inputs()) {
			List<Long> shape = inputs.get(input);
			shapes.inferred.put(input,
					InferredTensor.of(input.elementType(), (shape != null) ? shape : declared(input)));
		}
		for (Value constant : graph.constants()) {
			constant.constant().ifPresent((tensor) -> shapes.inferred.put(constant, constant(tensor)));
		}
		graph.nodes().forEach(shapes::infer);
		return shapes;
	}

	/** The shape of a tensor, empty when it cannot be told. */
	public Optional<List<Long>> of(Value value) {
		return Optional.ofNullable(inferred(value).shape());
	}

	/** The type of a tensor's elements. */
	public DataType type(Value value) {
		return inferred(value).type();
	}

	/** The elements of a small tensor that is the same in every run. */
	public Optional<double[]> values(Value value) {
		return Optional.ofNullable(inferred(value).values());
	}

	private InferredTensor inferred(Value value) {
		return this.inferred.getOrDefault(value, InferredTensor.UNKNOWN);
	}

	static InferredTensor constant(Constant tensor) {
		boolean small = tensor.elements() <= InferredTensor.MAX_VALUES;
		return new InferredTensor(tensor.type(), tensor.shape(), small ? tensor.values() : null);
	}

	private void infer(Node node) {
		ShapedNode shaped = new ShapedNode(node, this.inferred);
		List<InferredTensor> outputs = ShapeRules.of(node.operator()).apply(shaped);
		for (int i = 0; i < node.outputs().size(); i++) {
			InferredTensor output = (i < outputs.size()) ? outputs.get(i) : InferredTensor.UNKNOWN;
			if (output.shape() == null) {
				output = this.measured.getOrDefault(node.outputs().get(i), output);
			}
			if (output.shape() != null) {
				TensorData.elements("what %s makes".formatted(shaped), output.shape());
			}
			this.inferred.put(node.outputs().get(i), output);
		}
	}

	private static @Nullable List<Long> declared(Value input) {
		List<Dimension> axes = input.shape();
		if (axes == null) {
			return null;
		}
		Long[] shape = new Long[axes.size()];
		for (int i = 0; i < shape.length; i++) {
			if (axes.get(i) instanceof Dimension.Fixed(long size)) {
				shape[i] = size;
			}
			else if (i > 0) {
				return null;
			}
			else {
				shape[i] = 1L;
			}
		}
		return List.of(shape);
	}

}
