package io.eidolon.graph.gradient;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.eidolon.graph.Dimension;
import io.eidolon.graph.ir.Graph;
import io.eidolon.graph.ir.Value;
import io.eidolon.graph.shape.Shapes;

/**
 * The shapes of a graph's values, of which an axis may grow with the batch. They are told
 * for two batches: an axis whose size is the same in both is fixed. Neither batch is one,
 * since an axis of one could be stretched.
 */
final class BatchShapes {

	/** Axis sizes that a run decides. */
	static final long OPEN = -1;

	private final Shapes two;

	private final Shapes three;

	private BatchShapes(Shapes two, Shapes three) {
		this.two = two;
		this.three = three;
	}

	static BatchShapes of(Graph graph) {
		return new BatchShapes(Shapes.of(graph, inputs(graph, 2)), Shapes.of(graph, inputs(graph, 3)));
	}

	/** The size of each axis, {@link #OPEN} where it grows with the batch. */
	Optional<List<Long>> of(Value value) {
		return this.two.of(value).flatMap((shape) -> this.three.of(value).map((more) -> common(shape, more)));
	}

	/** Whether the first axis is that of the batch, and the others are fixed. */
	boolean hasRows(Value value) {
		boolean counted = this.two.of(value).filter((shape) -> !shape.isEmpty() && shape.getFirst() == 2).isPresent();
		return counted && of(value)
			.filter((shape) -> shape.getFirst() == OPEN && !shape.subList(1, shape.size()).contains(OPEN))
			.isPresent();
	}

	DataType type(Value value) {
		return this.two.type(value);
	}

	/** The elements of a small tensor that is the same in every run. */
	Optional<double[]> values(Value value) {
		return this.two.values(value);
	}

	private static List<Long> common(List<Long> shape, List<Long> more) {
		List<Long> common = new ArrayList<>(shape);
		for (int i = 0; i < shape.size(); i++) {
			if (!shape.get(i).equals(more.get(i))) {
				common.set(i, OPEN);
			}
		}
		return common;
	}

	private static Map<Value, List<Long>> inputs(Graph graph, long batch) {
		Map<Value, List<Long>> inputs = new HashMap<>();
		for (Value input : graph.inputs()) {
			List<Dimension> axes = (input.shape() != null) ? input.shape() : List.of();
			inputs.put(input,
					axes.stream().map((axis) -> (axis instanceof Dimension.Fixed(long size)) ? size : batch).toList());
		}
		return inputs;
	}

}
