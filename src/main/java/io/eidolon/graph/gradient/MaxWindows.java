package io.eidolon.graph.gradient;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

import io.eidolon.graph.Attribute;
import io.eidolon.graph.ir.Value;

/**
 * The greatest pixel of each window, as operators that have rules: the maximum of the
 * image moved by each place in a window, of which every so many pixels are taken.
 */
final class MaxWindows {

	/** Larger windows would be as many slices. */
	private static final long LARGEST = 81;

	/** The first opset in which axes are an input. */
	private static final long AXES_INPUT = 18;

	private MaxWindows() {
	}

	/** {@code y = max over k of x[stride i + dilation k - pad]}. */
	static Optional<Value> of(Composite node) {
		List<Long> kernel = node.node().attributes().integers("kernel_shape");
		Optional<List<Long>> x = node.shapes().of(node.x());
		Optional<List<Long>> y = node.shapes().of(node.node().output());
		if (x.isEmpty() || y.isEmpty() || kernel.stream().reduce(1L, (a, b) -> a * b) > LARGEST) {
			return Optional.empty();
		}
		Frame frame = new Frame(node, kernel.size());
		long[] pads = new long[2 * (2 + frame.axes)];
		for (int axis = 0; axis < frame.axes; axis++) {
			long reach = frame.strides[axis] * (y.get().get(2 + axis) - 1)
					+ frame.dilations[axis] * (kernel.get(axis) - 1) + 1;
			long before = frame.before(axis, reach - x.get().get(2 + axis));
			pads[2 + axis] = before;
			pads[4 + frame.axes + axis] = Math.max(0, reach - before - x.get().get(2 + axis));
		}
		Value framed = LongStream.of(pads).anyMatch((pad) -> pad > 0)
				? node.write("Pad", node.x(), node.writer().integers(pads), node.number(-Float.MAX_VALUE)) : node.x();
		List<Value> moved = new ArrayList<>();
		long[] place = new long[frame.axes];
		do {
			moved.add(frame.slice(framed, place, y.get()));
		}
		while (next(place, kernel));
		return Optional.of((moved.size() > 1) ? node.write("Max", moved) : node.write("Identity", moved.getFirst()));
	}

	/** The greatest pixel of all. */
	static Value all(Composite node) {
		int rank = node.shapes().of(node.x()).map(List::size).orElse(4);
		long[] axes = LongStream.range(2, rank).toArray();
		return (node.writer().graph().opset() >= AXES_INPUT)
				? node.write("ReduceMax", List.of(node.x(), node.writer().integers(axes)))
				: node.write("ReduceMax", List.of(node.x()), Attribute.integers("axes", axes));
	}

	private static boolean next(long[] place, List<Long> kernel) {
		for (int axis = place.length - 1; axis >= 0; axis--) {
			if (++place[axis] < kernel.get(axis)) {
				return true;
			}
			place[axis] = 0;
		}
		return false;
	}

	/** How windows move. */
	private static final class Frame {

		private final Composite node;

		private final int axes;

		private final long[] strides;

		private final long[] dilations;

		private final long[] pads;

		Frame(Composite node, int axes) {
			this.node = node;
			this.axes = axes;
			this.strides = integers("strides", axes, 1);
			this.dilations = integers("dilations", axes, 1);
			this.pads = integers("pads", 2 * axes, 0);
		}

		private long[] integers(String name, int count, long otherwise) {
			long[] all = new long[count];
			Arrays.fill(all, otherwise);
			return this.node.node().attributes().has(name) ? Tape.longs(this.node.node().attributes().integers(name))
					: all;
		}

		/** The pixels of frame before the image, of those that an axis lacks. */
		long before(int axis, long missing) {
			long all = Math.max(0, missing);
			return switch (this.node.node().attributes().text("auto_pad", "NOTSET")) {
				case "SAME_UPPER" -> all / 2;
				case "SAME_LOWER" -> all - all / 2;
				case "VALID" -> 0;
				default -> this.pads[axis];
			};
		}

		Value slice(Value framed, long[] place, List<Long> y) {
			long[] starts = new long[this.axes];
			long[] ends = new long[this.axes];
			for (int axis = 0; axis < this.axes; axis++) {
				starts[axis] = place[axis] * this.dilations[axis];
				ends[axis] = starts[axis] + this.strides[axis] * (y.get(2 + axis) - 1) + 1;
			}
			return this.node.write("Slice", framed, this.node.writer().integers(starts),
					this.node.writer().integers(ends),
					this.node.writer().integers(LongStream.range(2, 2 + this.axes).toArray()),
					this.node.writer().integers(this.strides));
		}

	}

}
