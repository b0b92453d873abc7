package io.eidolon.graph.gradient;

import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;

import io.eidolon.graph.Attribute;
import io.eidolon.graph.ir.Value;

/**
 * A linear map along one axis of a tensor: {@code y = A x}, {@code dx = A^T dy}. The
 * matrix is a constant of the graph.
 *
 * @param matrix A, (to, from), in row-major order
 * @param to the size of the axis in y
 * @param from the size of the axis in x
 */
record AxisMap(double[] matrix, int to, int from) {

	/** Takes element {@code source(j)} of x to be element j of y. */
	static AxisMap selection(long from, long to, LongUnaryOperator source) {
		AxisMap map = new AxisMap(new double[Math.toIntExact(to * from)], (int) to, (int) from);
		for (int j = 0; j < to; j++) {
			map.add(j, source.applyAsLong(j), 1);
		}
		return map;
	}

	/** Adds a part of element i of x to element j of y. */
	void add(int j, long i, double part) {
		this.matrix[j * this.from + (int) i] += part;
	}

	/** Appends {@code A^T dy}. */
	Value gradient(Step step, Value dy, int axis) {
		int rank = step.shape(step.x(0)).size();
		if (axis == rank - 2) {
			Value matrix = step.tape().reals(step.type(), transposed(), this.from, this.to);
			return step.node("MatMul", matrix, dy);
		}
		Value matrix = step.tape().reals(step.type(), this.matrix, this.to, this.from);
		if (axis == rank - 1) {
			return step.node("MatMul", dy, matrix);
		}
		return exchanged(step, step.node("MatMul", exchanged(step, dy, axis, rank), matrix), axis, rank);
	}

	private static Value exchanged(Step step, Value value, int axis, int rank) {
		long[] order = LongStream.range(0, rank).toArray();
		order[axis] = rank - 1;
		order[rank - 1] = axis;
		return step.node("Transpose", List.of(value), Attribute.integers("perm", order));
	}

	private double[] transposed() {
		double[] transposed = new double[this.matrix.length];
		for (int j = 0; j < this.to; j++) {
			for (int i = 0; i < this.from; i++) {
				transposed[i * this.to + j] = this.matrix[j * this.from + i];
			}
		}
		return transposed;
	}

}
