package io.eidolon.graph.rewrite;

import java.util.List;

import io.eidolon.graph.ir.Constant;

/**
 * Numbers of a tensor, read out to compute with.
 *
 * @param values in row-major order
 * @param shape the size of each axis
 */
record FloatTensor(float[] values, List<Long> shape) {

	/** The numbers of a tensor of floats or halves. */
	static FloatTensor of(Constant tensor) {
		return new FloatTensor(tensor.floats(), tensor.shape());
	}

	int axis(int index) {
		return Math.toIntExact(this.shape.get(index));
	}

	int rank() {
		return this.shape.size();
	}

	Constant tensor() {
		return Constant.floats(this.values, this.shape.stream().mapToLong(Long::longValue).toArray());
	}

}
