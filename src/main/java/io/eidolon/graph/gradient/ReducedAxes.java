package io.eidolon.graph.gradient;

import java.util.List;
import java.util.stream.LongStream;

import io.eidolon.graph.Attribute;
import io.eidolon.graph.ir.Value;

/**
 * The axes that a reduction sums along.
 *
 * @param axes counted from the first
 * @param dropped whether the output lacks them, or has them with a size of 1
 */
record ReducedAxes(long[] axes, boolean dropped) {

	static ReducedAxes of(Step step) {
		int rank = step.shape(step.x(0)).size();
		long[] axes = step.has(1) ? step.integers(1) : Tape.longs(step.attributes().integers("axes"));
		boolean none = axes.length == 0 && step.attributes().integer("noop_with_empty_axes", 0) != 0;
		if (axes.length == 0 && !none) {
			axes = LongStream.range(0, rank).toArray();
		}
		long[] counted = LongStream.of(axes).map((axis) -> step.axis(axis, rank)).sorted().toArray();
		return new ReducedAxes(counted, step.attributes().integer("keepdims", 1) == 0);
	}

	/** A value of the output's shape with each axis that was dropped. */
	Value kept(Step step, Value value) {
		return (this.dropped && this.axes.length > 0) ? step.node("Unsqueeze", value, step.tape().integers(this.axes))
				: value;
	}

	/** The sum along them, each of which keeps a size of 1. */
	Value sum(Step step, Value value) {
		return (this.axes.length > 0) ? step.node("ReduceSum", List.of(value, step.tape().integers(this.axes)),
				Attribute.integer("keepdims", 1)) : value;
	}

	/** How many elements make one. */
	long elements(Step step) {
		return LongStream.of(this.axes).map((axis) -> step.size(step.x(0), (int) axis)).reduce(1, (x, y) -> x * y);
	}

}
