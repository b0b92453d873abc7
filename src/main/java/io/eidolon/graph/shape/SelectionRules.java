package io.eidolon.graph.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import org.jspecify.annotations.Nullable;

/** Operators that take parts of tensors, or put tensors together. */
final class SelectionRules {

	private SelectionRules() {
	}

	static void addTo(Map<String, ShapeRule> rules) {
		rules.put("Concat", SelectionRules::concat);
		rules.put("Split", SelectionRules::split);
		rules.put("Slice", SelectionRules::slice);
		rules.put("Gather", SelectionRules::gather);
		rules.put("GatherElements", (node) -> List.of(InferredTensor.of(node.input(0).type(), node.shape(1))));
		rules.put("GatherND", SelectionRules::gatherParts);
		rules.put("OneHot", SelectionRules::oneHot);
		rules.put("TopK", SelectionRules::topK);
	}

	private static List<InferredTensor> concat(ShapedNode node) {
		List<Long> first = node.shape(0);
		DataType type = node.input(0).type();
		if (first == null) {
			return List.of(InferredTensor.of(type, null));
		}
		int axis = node.axis(node.integer("axis", 0), first.size());
		List<Long> shape = new ArrayList<>(first);
		double[] values = (first.size() == 1) ? node.input(0).values() : null;
		for (int i = 1; i < node.inputs(); i++) {
			List<Long> next = node.shape(i);
			if (next == null) {
				return List.of(InferredTensor.of(type, null));
			}
			List<Long> aligned = new ArrayList<>(next);
			if (next.size() == first.size()) {
				aligned.set(axis, first.get(axis));
			}
			if (!aligned.equals(first)) {
				throw node.wrong("cannot join %s and %s".formatted(first, next));
			}
			shape.set(axis, Math.min(shape.get(axis) + next.get(axis), 1L << 40));
			double[] more = node.input(i).values();
			values = (values != null && more != null && values.length + more.length <= InferredTensor.MAX_VALUES)
					? DoubleStream.concat(Arrays.stream(values), Arrays.stream(more)).toArray() : null;
		}
		return List.of(new InferredTensor(type, shape, values));
	}

	private static List<InferredTensor> split(ShapedNode node) {
		List<Long> from = node.shape(0);
		long[] sizes = node.integers(1);
		if (from == null || (node.has(1) && sizes == null)) {
			return List.of();
		}
		int axis = node.axis(node.integer("axis", 0), from.size());
		long whole = from.get(axis);
		int parts = node.outputs();
		if (node.integer("num_outputs", parts) != parts) {
			throw node.wrong("has %s outputs, but says otherwise".formatted(parts));
		}
		long part = Math.ceilDiv(whole, parts);
		long[] cuts = (sizes != null) ? sizes
				: LongStream.range(0, parts).map((i) -> Math.min(part, whole - i * part)).toArray();
		if (cuts.length != parts || LongStream.of(cuts).anyMatch((size) -> size < 0 || size > whole)
				|| LongStream.of(cuts).sum() != whole) {
			throw node.wrong("cannot cut %s into %s".formatted(whole, LayoutRules.shown(cuts)));
		}
		List<InferredTensor> made = new ArrayList<>();
		long start = 0;
		for (long size : cuts) {
			ElementView view = ElementView.of(from).cut(axis, start, 1, size);
			made.add(new InferredTensor(node.input(0).type(), LayoutRules.list(view.sizes()),
					view.of(node.input(0).values())));
			start += size;
		}
		return made;
	}

	private static List<InferredTensor> slice(ShapedNode node) {
		List<Long> from = node.shape(0);
		long[] starts = node.integers(1);
		long[] ends = node.integers(2);
		if (from == null || starts == null || ends == null) {
			return List.of(InferredTensor.of(node.input(0).type(), null));
		}
		long[] axes = node.has(3) ? node.integers(3) : LongStream.range(0, starts.length).toArray();
		long[] steps = node.has(4) ? node.integers(4) : LongStream.generate(() -> 1).limit(starts.length).toArray();
		if (axes == null || steps == null) {
			return List.of(InferredTensor.of(node.input(0).type(), null));
		}
		if (ends.length != starts.length || axes.length != starts.length || steps.length != starts.length) {
			throw node.wrong("has starts, ends, axes and steps that differ in number");
		}
		ElementView view = ElementView.of(from);
		for (int i = 0; i < starts.length; i++) {
			int axis = node.axis(axes[i], from.size());
			Cut cut = Cut.of(node, from.get(axis), starts[i], ends[i], steps[i]);
			view = view.cut(axis, cut.start(), cut.step(), cut.size());
		}
		return List.of(new InferredTensor(node.input(0).type(), LayoutRules.list(view.sizes()),
				view.of(node.input(0).values())));
	}

	private static List<InferredTensor> gather(ShapedNode node) {
		List<Long> from = node.shape(0);
		List<Long> indices = node.shape(1);
		DataType type = node.input(0).type();
		if (from == null || indices == null) {
			return List.of(InferredTensor.of(type, null));
		}
		int axis = node.axis(node.integer("axis", 0), from.size());
		List<Long> shape = new ArrayList<>(from.subList(0, axis));
		shape.addAll(indices);
		shape.addAll(from.subList(axis + 1, from.size()));
		return List.of(new InferredTensor(type, shape, (from.size() == 1) ? gathered(node) : null));
	}

	private static List<InferredTensor> gatherParts(ShapedNode node) {
		List<Long> from = node.shape(0);
		List<Long> places = node.shape(1);
		DataType type = node.input(0).type();
		if (from == null || places == null) {
			return List.of(InferredTensor.of(type, null));
		}
		long told = places.isEmpty() ? 0 : places.getLast() + node.integer("batch_dims", 0);
		if (told < 1 || told > from.size()) {
			throw node.wrong("takes parts of %s at places of %s".formatted(from, places));
		}
		List<Long> shape = new ArrayList<>(places.subList(0, places.size() - 1));
		shape.addAll(from.subList((int) told, from.size()));
		return List.of(InferredTensor.of(type, shape));
	}

	private static double @Nullable [] gathered(ShapedNode node) {
		double[] values = node.input(0).values();
		long[] indices = node.integers(1);
		if (values == null || indices == null) {
			return null;
		}
		return LongStream.of(indices).mapToDouble((index) -> values[node.axis(index, values.length)]).toArray();
	}

	private static List<InferredTensor> oneHot(ShapedNode node) {
		List<Long> indices = node.shape(0);
		long[] depth = node.integers(1);
		DataType type = node.input(2).type();
		if (indices == null || depth == null) {
			return List.of(InferredTensor.of(type, null));
		}
		if (depth.length != 1 || depth[0] < 1) {
			throw node.wrong("has no depth");
		}
		List<Long> shape = new ArrayList<>(indices);
		shape.add(node.axis(node.integer("axis", -1), indices.size() + 1), depth[0]);
		return List.of(InferredTensor.of(type, shape));
	}

	private static List<InferredTensor> topK(ShapedNode node) {
		List<Long> from = node.shape(0);
		long[] k = node.integers(1);
		if (from == null || k == null || k.length != 1) {
			return List.of();
		}
		int axis = node.axis(node.integer("axis", -1), from.size());
		if (k[0] < 0 || k[0] > from.get(axis)) {
			throw node.wrong("takes %s of %s".formatted(k[0], from.get(axis)));
		}
		List<Long> shape = new ArrayList<>(from);
		shape.set(axis, k[0]);
		return List.of(InferredTensor.of(node.input(0).type(), shape), InferredTensor.of(DataType.INT64, shape));
	}

	/**
	 * A part of an axis.
	 *
	 * @param start the first index
	 * @param step from one index to the next
	 * @param size how many
	 */
	private record Cut(long start, long step, long size) {

		static Cut of(ShapedNode node, long axis, long start, long end, long step) {
			if (step == 0 || step == Long.MIN_VALUE) {
				throw node.wrong("has a step of %s".formatted(step));
			}
			long last = (step > 0) ? axis : axis - 1;
			long first = Math.clamp((start < 0) ? start + axis : start, 0, Math.max(0, last));
			long stop = Math.clamp((end < 0) ? end + axis : end, (step > 0) ? 0 : -1, last);
			long size = (step > 0) ? Math.ceilDiv(stop - first, step) : Math.ceilDiv(first - stop, -step);
			return new Cut(first, step, Math.clamp(size, 0, axis));
		}

	}

}
