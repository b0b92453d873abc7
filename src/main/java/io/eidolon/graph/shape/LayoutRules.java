package io.eidolon.graph.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

import io.eidolon.graph.Quoted;
import io.eidolon.graph.TensorData;
import org.jspecify.annotations.Nullable;

/** Operators that give the elements of a tensor other axes. */
final class LayoutRules {

	private LayoutRules() {
	}

	static void addTo(Map<String, ShapeRule> rules) {
		rules.put("Reshape", LayoutRules::reshape);
		rules.put("Flatten", LayoutRules::flatten);
		rules.put("Transpose", LayoutRules::transpose);
		rules.put("Squeeze", LayoutRules::squeeze);
		rules.put("Unsqueeze", LayoutRules::unsqueeze);
		rules.put("DepthToSpace", (node) -> blocks(node, true));
		rules.put("SpaceToDepth", (node) -> blocks(node, false));
	}

	/** Numbers of a file, as many as a line has room for. */
	static String shown(long... numbers) {
		return Quoted.of(Arrays.toString(numbers));
	}

	static List<Long> list(long... axes) {
		return LongStream.of(axes).boxed().toList();
	}

	private static List<InferredTensor> reshape(ShapedNode node) {
		List<Long> from = node.shape(0);
		long[] to = node.integers(1);
		if (from == null || to == null) {
			return List.of(InferredTensor.of(node.input(0).type(), null));
		}
		long elements = TensorData.elements(node.toString(), from);
		boolean zeroIsZero = node.integer("allowzero", 0) != 0;
		Long[] shape = new Long[to.length];
		int open = -1;
		long rest = 1;
		for (int i = 0; i < to.length; i++) {
			if (to[i] < -1 || (to[i] == -1 && open >= 0) || (to[i] == 0 && !zeroIsZero && i >= from.size())) {
				throw node.wrong("cannot give %s the shape %s".formatted(from, shown(to)));
			}
			open = (to[i] == -1) ? i : open;
			shape[i] = (to[i] == 0 && !zeroIsZero) ? from.get(i) : Math.abs(to[i]);
			rest = TensorData.elements(node.toString(), List.of(rest, shape[i]));
		}
		if (open >= 0 && rest > 0) {
			shape[open] = elements / rest;
		}
		if (((open >= 0) ? rest * shape[open] : rest) != elements) {
			throw node.wrong("cannot give %s the shape %s".formatted(from, shown(to)));
		}
		return List.of(new InferredTensor(node.input(0).type(), List.of(shape), node.input(0).values()));
	}

	private static List<InferredTensor> flatten(ShapedNode node) {
		List<Long> from = node.shape(0);
		if (from == null) {
			return List.of(InferredTensor.of(node.input(0).type(), null));
		}
		long at = node.integer("axis", 1);
		int axis = (at == from.size()) ? from.size() : node.axis(at, from.size());
		return List.of(new InferredTensor(node.input(0).type(),
				List.of(TensorData.elements(node.toString(), from.subList(0, axis)),
						TensorData.elements(node.toString(), from.subList(axis, from.size()))),
				node.input(0).values()));
	}

	private static List<InferredTensor> transpose(ShapedNode node) {
		List<Long> from = node.shape(0);
		if (from == null) {
			return List.of(InferredTensor.of(node.input(0).type(), null));
		}
		int rank = from.size();
		long[] order = node.integers("perm", LongStream.iterate(rank - 1, (axis) -> axis - 1).limit(rank).toArray());
		long[] sorted = order.clone();
		Arrays.sort(sorted);
		if (!Arrays.equals(sorted, LongStream.range(0, rank).toArray())) {
			throw node.wrong("cannot order the axes of %s as %s".formatted(from, shown(order)));
		}
		ElementView view = ElementView.of(from).transposed(order);
		return List.of(new InferredTensor(node.input(0).type(), list(view.sizes()), view.of(node.input(0).values())));
	}

	private static List<InferredTensor> squeeze(ShapedNode node) {
		List<Long> from = node.shape(0);
		long[] axes = node.integers(1);
		if (from == null || (node.has(1) && axes == null)) {
			return List.of(InferredTensor.of(node.input(0).type(), null));
		}
		Set<Integer> dropped = (axes != null) ? axes(node, axes, from.size()) : Set.of();
		List<Long> shape = new ArrayList<>();
		for (int i = 0; i < from.size(); i++) {
			if (dropped.contains(i) && from.get(i) != 1) {
				throw node.wrong("cannot drop axis %s of %s".formatted(i, from));
			}
			if ((axes != null) ? !dropped.contains(i) : from.get(i) != 1) {
				shape.add(from.get(i));
			}
		}
		return List.of(new InferredTensor(node.input(0).type(), shape, node.input(0).values()));
	}

	private static List<InferredTensor> unsqueeze(ShapedNode node) {
		List<Long> from = node.shape(0);
		long[] axes = node.integers(1);
		if (from == null || axes == null) {
			return List.of(InferredTensor.of(node.input(0).type(), null));
		}
		Set<Integer> added = axes(node, axes, from.size() + axes.length);
		if (added.size() != axes.length) {
			throw node.wrong("adds an axis twice");
		}
		List<Long> shape = new ArrayList<>(from);
		added.stream().sorted().forEach((axis) -> shape.add(axis, 1L));
		return List.of(new InferredTensor(node.input(0).type(), shape, node.input(0).values()));
	}

	private static List<InferredTensor> blocks(ShapedNode node, boolean toSpace) {
		List<Long> from = node.shape(0);
		if (from == null) {
			return List.of(InferredTensor.of(node.input(0).type(), null));
		}
		long block = node.integer("blocksize", 0);
		if (block < 1 || block > 1024) {
			throw node.wrong("has blocks of %s".formatted(block));
		}
		long depth = block * block;
		boolean fits = from.size() == 4
				&& (toSpace ? from.get(1) % depth == 0 : from.get(2) % block == 0 && from.get(3) % block == 0);
		if (!fits) {
			throw node.wrong("cannot cut %s into blocks of %s".formatted(from, block));
		}
		return List.of(InferredTensor.of(node.input(0).type(),
				toSpace ? List.of(from.get(0), from.get(1) / depth, from.get(2) * block, from.get(3) * block)
						: List.of(from.get(0), from.get(1) * depth, from.get(2) / block, from.get(3) / block)));
	}

	/** Axes counted from the first. */
	static Set<Integer> axes(ShapedNode node, long[] axes, int rank) {
		Set<Integer> set = new LinkedHashSet<>();
		for (long axis : axes) {
			set.add(node.axis(axis, rank));
		}
		return set;
	}

	/** Axes from an input, or from an attribute in older versions, null for unknown. */
	static long @Nullable [] axes(ShapedNode node, int input) {
		return node.has(input) ? node.integers(input) : node.integers("axes");
	}

}
