package io.eidolon.graph.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;

/** Operators that make one number of the elements along axes. */
final class ReductionRules {

	private ReductionRules() {
	}

	static void addTo(Map<String, ShapeRule> rules) {
		for (String operator : List.of("ReduceSum", "ReduceMean", "ReduceMax", "ReduceMin", "ReduceProd", "ReduceL1",
				"ReduceL2", "ReduceLogSum", "ReduceLogSumExp", "ReduceSumSquare")) {
			rules.put(operator, ReductionRules::reduce);
		}
		rules.put("ArgMax", ReductionRules::arg);
		rules.put("ArgMin", ReductionRules::arg);
	}

	private static List<InferredTensor> reduce(ShapedNode node) {
		List<Long> from = node.shape(0);
		long[] axes = LayoutRules.axes(node, 1);
		DataType type = node.input(0).type();
		if (from == null || axes == null) {
			return List.of(InferredTensor.of(type, null));
		}
		if (axes.length == 0 && node.integer("noop_with_empty_axes", 0) != 0) {
			return List.of(node.input(0));
		}
		int rank = from.size();
		Set<Integer> gone = (axes.length > 0) ? LayoutRules.axes(node, axes, rank)
				: Set.copyOf(IntStream.range(0, rank).boxed().toList());
		double[] values = node.input(0).values();
		boolean product = node.operator().equals("ReduceProd") && rank == 1 && values != null;
		return List.of(new InferredTensor(type, without(from, gone, node.integer("keepdims", 1) != 0), product
				? new double[] { DoubleStream.of((values != null) ? values : new double[0]).reduce(1, (x, y) -> x * y) }
				: null));
	}

	private static List<InferredTensor> arg(ShapedNode node) {
		List<Long> from = node.shape(0);
		return List.of(InferredTensor.of(DataType.INT64, (from == null) ? null : without(from,
				Set.of(node.axis(node.integer("axis", 0), from.size())), node.integer("keepdims", 1) != 0)));
	}

	private static List<Long> without(List<Long> from, Set<Integer> gone, boolean keep) {
		List<Long> shape = new ArrayList<>();
		for (int i = 0; i < from.size(); i++) {
			if (!gone.contains(i)) {
				shape.add(from.get(i));
			}
			else if (keep) {
				shape.add(1L);
			}
		}
		return shape;
	}

}
