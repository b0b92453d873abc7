package io.eidolon.graph.gradient;

import java.util.Set;
import java.util.stream.LongStream;

import io.eidolon.graph.ir.Value;

/**
 * A part of a tensor: {@code dx} is {@code dy} where x was taken, and 0 elsewhere.
 */
final class SliceGradient implements GradientRule {

	@Override
	public Set<String> operators() {
		return Set.of("Slice");
	}

	@Override
	public Value gradient(Step step, int input) {
		int rank = step.shape(step.x(0)).size();
		long[] starts = step.integers(1);
		long[] axes = step.has(3) ? step.integers(3) : LongStream.range(0, starts.length).toArray();
		long[] steps = step.has(4) ? step.integers(4) : LongStream.generate(() -> 1).limit(starts.length).toArray();
		long[] pads = new long[2 * rank];
		Value gradient = step.dy();
		for (int i = 0; i < starts.length; i++) {
			int axis = step.axis(axes[i], rank);
			if (step.shape(step.x(0)).get(axis).equals(step.shape(step.y()).get(axis)) && steps[i] > 0) {
				continue;
			}
			long from = step.size(step.x(0), axis);
			long size = step.size(step.y(), axis);
			long start = Math.clamp((starts[i] < 0) ? starts[i] + from : starts[i], 0, from - ((steps[i] < 0) ? 1 : 0));
			if (steps[i] == 1) {
				pads[axis] = start;
				pads[axis + rank] = from - size - start;
			}
			else {
				long stride = steps[i];
				gradient = AxisMap.selection(from, size, (index) -> start + index * stride)
					.gradient(step, gradient, axis);
			}
		}
		boolean padded = LongStream.of(pads).anyMatch((pad) -> pad != 0);
		return padded ? step.node("Pad", gradient, step.tape().integers(pads)) : gradient;
	}

}
