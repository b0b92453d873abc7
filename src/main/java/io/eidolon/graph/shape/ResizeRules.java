package io.eidolon.graph.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import org.jspecify.annotations.Nullable;

/** Operators that make axes longer or shorter. */
final class ResizeRules {

	private ResizeRules() {
	}

	static void addTo(Map<String, ShapeRule> rules) {
		rules.put("Resize", ResizeRules::resize);
		rules.put("Pad", ResizeRules::pad);
		rules.put("Tile", ResizeRules::tile);
		rules.put("Expand", ResizeRules::expand);
		rules.put("GridSample", ResizeRules::gridSample);
	}

	private static List<InferredTensor> resize(ShapedNode node) {
		List<Long> from = node.shape(0);
		double[] scales = node.input(2).values();
		double[] sizes = node.input(3).values();
		boolean scaled = scales != null && scales.length > 0;
		double[] given = scaled ? scales : sizes;
		if (from == null || given == null) {
			return List.of(InferredTensor.of(node.input(0).type(), null));
		}
		long[] axes = node.integers("axes", LongStream.range(0, from.size()).toArray());
		if (given.length != axes.length || from.contains(0L)
				|| !node.text("keep_aspect_ratio_policy", "stretch").equals("stretch")) {
			throw node.wrong("cannot make %s as large as it says".formatted(from));
		}
		List<Long> shape = new ArrayList<>(from);
		for (int i = 0; i < axes.length; i++) {
			int axis = node.axis(axes[i], from.size());
			double size = scaled ? Math.floor(from.get(axis) * given[i]) : given[i];
			if (!(size >= 1 && size <= Integer.MAX_VALUE)) {
				throw node.wrong("makes %s of %s".formatted(size, from.get(axis)));
			}
			shape.set(axis, (long) size);
		}
		return List.of(InferredTensor.of(node.input(0).type(), shape));
	}

	private static List<InferredTensor> pad(ShapedNode node) {
		List<Long> from = node.shape(0);
		long[] pads = node.integers(1);
		long[] axes = node.has(3) ? node.integers(3)
				: (from != null) ? LongStream.range(0, from.size()).toArray() : null;
		if (from == null || pads == null || axes == null) {
			return List.of(InferredTensor.of(node.input(0).type(), null));
		}
		if (pads.length != 2 * axes.length || from.contains(0L)) {
			throw node.wrong("has %s pads for %s axes".formatted(pads.length, axes.length));
		}
		boolean constant = node.text("mode", "constant").equals("constant");
		List<Long> shape = new ArrayList<>(from);
		for (int i = 0; i < axes.length; i++) {
			int axis = node.axis(axes[i], from.size());
			long before = pads[i];
			long after = pads[i + axes.length];
			long size = from.get(axis) + before + after;
			boolean sane = Math.max(Math.abs(before), Math.abs(after)) <= Integer.MAX_VALUE && size >= 1
					&& (constant || Math.max(before, after) < from.get(axis));
			if (!sane) {
				throw node.wrong("pads %s with %s and %s".formatted(from.get(axis), before, after));
			}
			shape.set(axis, size);
		}
		return List.of(InferredTensor.of(node.input(0).type(), shape));
	}

	private static List<InferredTensor> tile(ShapedNode node) {
		List<Long> from = node.shape(0);
		long[] repeats = node.integers(1);
		if (from == null || repeats == null) {
			return List.of(InferredTensor.of(node.input(0).type(), null));
		}
		if (repeats.length != from.size()
				|| Arrays.stream(repeats).anyMatch((repeat) -> repeat < 0 || repeat > Integer.MAX_VALUE)) {
			throw node.wrong("cannot repeat %s %s times".formatted(from, LayoutRules.shown(repeats)));
		}
		List<Long> shape = new ArrayList<>();
		for (int i = 0; i < repeats.length; i++) {
			shape.add(Math.min(from.get(i) * repeats[i], 1L << 40));
		}
		return List.of(InferredTensor.of(node.input(0).type(), shape));
	}

	private static List<InferredTensor> expand(ShapedNode node) {
		long[] to = node.integers(1);
		List<Long> from = node.shape(0);
		List<Long> shape = (to != null) ? BroadcastRules.stretched(node, from, LayoutRules.list(to)) : null;
		return List.of(new InferredTensor(node.input(0).type(), shape, (from != null && shape != null)
				? ElementView.of(from).stretched(shape).of(node.input(0).values()) : null));
	}

	private static List<InferredTensor> gridSample(ShapedNode node) {
		List<Long> x = node.shape(0);
		List<Long> grid = node.shape(1);
		if (x == null || grid == null || x.size() < 3 || grid.size() != x.size()) {
			return List.of();
		}
		List<Long> shape = new ArrayList<>(x.subList(0, 2));
		shape.addAll(grid.subList(1, grid.size() - 1));
		return List.of(InferredTensor.of(node.input(0).type(), shape));
	}

}
