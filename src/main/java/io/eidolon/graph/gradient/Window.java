package io.eidolon.graph.gradient;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import io.eidolon.graph.Attribute;
import io.eidolon.graph.ir.Value;

/**
 * A window that moves over the large side of a convolution and makes a pixel of the small
 * side at each place. A transposed convolution has the same two sides, and goes from the
 * small one to the large one.
 *
 * @param kernel pixels of the window along each axis
 * @param strides from one place to the next
 * @param dilations from one pixel of the window to the next
 * @param pads pixels of frame before the large side along each axis, then after it
 * @param overhang pixels at the end of the large side that no window reaches
 * @param group how many groups of channels there are
 */
record Window(long[] kernel, long[] strides, long[] dilations, long[] pads, long[] overhang, long group) {

	/** The window of a convolution with these weights. */
	static Window of(Step step, Value large, Value small, Value weights) {
		List<Long> shape = step.shape(weights);
		return of(step, large, small, Tape.longs(shape.subList(2, shape.size())));
	}

	static Window of(Step step, Value large, Value small, long[] kernel) {
		int axes = kernel.length;
		long[] strides = step.steps("strides", axes, 1);
		long[] dilations = step.steps("dilations", axes, 1);
		long[] pads = step.steps("pads", 2 * axes, 0);
		long[] overhang = new long[axes];
		String padding = step.attributes().text("auto_pad", "NOTSET");
		boolean given = padding.equals("NOTSET") && !step.attributes().has("output_shape");
		for (int i = 0; i < axes; i++) {
			long span = strides[i] * (step.size(small, 2 + i) - 1) + dilations[i] * (kernel[i] - 1) + 1;
			long extra = step.steps("output_padding", axes, 0)[i];
			if (!given) {
				// The odd pixel goes to the end for SAME_UPPER, to the front otherwise.
				long frame = padding.equals("VALID") ? 0 : Math.max(0, span + extra - step.size(large, 2 + i));
				pads[i] = padding.equals("SAME_UPPER") ? frame / 2 : frame - frame / 2;
				pads[i + axes] = frame - pads[i];
			}
			overhang[i] = step.size(large, 2 + i) + pads[i] + pads[i + axes] - span;
		}
		return new Window(kernel, strides, dilations, pads, overhang, step.attributes().integer("group", 1));
	}

	int axes() {
		return this.kernel.length;
	}

	/** Whether there is a place at each pixel, with no more frame than the window. */
	boolean isDense() {
		return IntStream.range(0, 2 * axes())
			.allMatch((i) -> this.strides[i % axes()] == 1
					&& this.pads[i] <= this.dilations[i % axes()] * (this.kernel[i % axes()] - 1));
	}

	/** How many pixels of the large side, not of its frame, a window holds. */
	long inside(int axis, long place, long size) {
		long first = place * this.strides[axis] - this.pads[axis];
		return IntStream.range(0, (int) this.kernel[axis])
			.mapToLong((k) -> first + k * this.dilations[axis])
			.filter((pixel) -> pixel >= 0 && pixel < size)
			.count();
	}

	/** From the large side to the small one. */
	Value collected(Step step, Value value, Value weights) {
		if (IntStream.range(0, axes()).anyMatch((i) -> this.overhang[i] >= this.strides[i])) {
			throw step.unsupported("has an output_padding beyond its strides");
		}
		return step.node("Conv", List.of(value, weights), attributes());
	}

	/** From the small side to the large one. */
	Value transposed(Step step, Value value, Value weights) {
		Attribute[] same = attributes();
		return step.node("ConvTranspose", List.of(value, weights), same[0], same[1], same[2], same[3],
				Attribute.integers("output_padding", this.overhang));
	}

	/**
	 * The gradient of the weights, (channels of the small side, channels of the large
	 * one, k...): each is the sum of all pairs of pixels that it joins, which a
	 * convolution finds whose weights are the small side, with strides and dilations
	 * exchanged.
	 */
	Value weights(Step step, Value large, Value small) {
		if (this.group != 1) {
			throw step.unsupported("has groups of weights that depend on the latent");
		}
		long[] order = LongStream.range(0, 2L + axes()).toArray();
		order[0] = 1;
		order[1] = 0;
		Attribute exchange = Attribute.integers("perm", order);
		Value pairs = step.node("Conv",
				List.of(step.node("Transpose", List.of(large), exchange),
						step.node("Transpose", List.of(small), exchange)),
				Attribute.integers("strides", this.dilations), Attribute.integers("dilations", this.strides),
				Attribute.integers("pads", this.pads));
		Value kernels = step.node("Slice", pairs, step.tape().integers(new long[axes()]),
				step.tape().integers(this.kernel), step.tape().integers(LongStream.range(2, 2L + axes()).toArray()));
		return step.node("Transpose", List.of(kernels), exchange);
	}

	/** The gradient of what is added to each channel. */
	static Value bias(Step step, int axes) {
		long[] others = LongStream.range(1, 2L + axes).toArray();
		others[0] = 0;
		return step.node("ReduceSum", List.of(step.dy(), step.tape().integers(others)),
				Attribute.integer("keepdims", 0));
	}

	private Attribute[] attributes() {
		return new Attribute[] { Attribute.integers("strides", this.strides),
				Attribute.integers("dilations", this.dilations), Attribute.integers("pads", this.pads),
				Attribute.integer("group", this.group) };
	}

}
