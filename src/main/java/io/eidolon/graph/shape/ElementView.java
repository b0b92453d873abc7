package io.eidolon.graph.shape;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The elements of a tensor in another order, some of them maybe not at all or several
 * times: element {@code (i, j, ...)} of the view is element
 * {@code offset + i strides[0] + j strides[1] + ...} of the tensor, in row-major order.
 *
 * @param sizes the size of each axis of the view
 * @param strides how far apart neighbours along each axis are in the tensor
 * @param offset where the first element is
 */
record ElementView(long[] sizes, long[] strides, long offset) {

	/** A tensor as it is. */
	static ElementView of(List<Long> shape) {
		long[] sizes = shape.stream().mapToLong(Long::longValue).toArray();
		long[] strides = new long[sizes.length];
		long stride = 1;
		for (int axis = sizes.length - 1; axis >= 0; axis--) {
			strides[axis] = stride;
			stride *= sizes[axis];
		}
		return new ElementView(sizes, strides, 0);
	}

	/** So many elements along an axis. */
	ElementView cut(int axis, long start, long step, long size) {
		long[] cut = this.sizes.clone();
		long[] steps = this.strides.clone();
		cut[axis] = size;
		steps[axis] *= step;
		return new ElementView(cut, steps, this.offset + start * this.strides[axis]);
	}

	/** Axis {@code order[i]} as axis i. */
	ElementView transposed(long[] order) {
		long[] ordered = new long[order.length];
		long[] steps = new long[order.length];
		for (int i = 0; i < order.length; i++) {
			ordered[i] = this.sizes[(int) order[i]];
			steps[i] = this.strides[(int) order[i]];
		}
		return new ElementView(ordered, steps, this.offset);
	}

	/** Stretched to a shape, along axes of size 1 and new ones in front. */
	ElementView stretched(List<Long> shape) {
		long[] stretched = shape.stream().mapToLong(Long::longValue).toArray();
		long[] steps = new long[stretched.length];
		int added = stretched.length - this.sizes.length;
		for (int i = added; i < stretched.length; i++) {
			steps[i] = (this.sizes[i - added] == stretched[i]) ? this.strides[i - added] : 0;
		}
		return new ElementView(stretched, steps, this.offset);
	}

	/** The elements, null where those of the tensor are not known or too many. */
	double @Nullable [] of(double @Nullable [] values) {
		long count = 1;
		for (long size : this.sizes) {
			count = Math.min(count * size, InferredTensor.MAX_VALUES + 1L);
		}
		if (values == null || count > InferredTensor.MAX_VALUES) {
			return null;
		}
		double[] elements = new double[(int) count];
		for (int i = 0; i < elements.length; i++) {
			long at = this.offset;
			long rest = i;
			for (int axis = this.sizes.length - 1; axis >= 0; axis--) {
				at += rest % this.sizes[axis] * this.strides[axis];
				rest /= this.sizes[axis];
			}
			elements[i] = values[(int) at];
		}
		return elements;
	}

}
