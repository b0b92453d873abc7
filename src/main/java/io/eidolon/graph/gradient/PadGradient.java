package io.eidolon.graph.gradient;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;

import io.eidolon.graph.ir.Value;

/**
 * A frame around a tensor. {@code dx} is {@code dy} without the frame: pads of the
 * opposite sign cut. Where the frame repeats elements of x, their gradients are added.
 */
final class PadGradient implements GradientRule {

	@Override
	public Set<String> operators() {
		return Set.of("Pad");
	}

	@Override
	public Value gradient(Step step, int input) {
		if (step.attributes().text("mode", "constant").equals("constant")) {
			List<Value> inputs = new ArrayList<>(List.of(step.dy(), step.node("Neg", step.x(1))));
			if (step.has(3)) {
				inputs.addAll(List.of(Value.ABSENT, step.x(3)));
			}
			return step.node("Pad", inputs);
		}
		int rank = step.shape(step.x(0)).size();
		long[] pads = step.integers(1);
		long[] axes = step.has(3) ? step.integers(3) : LongStream.range(0, rank).toArray();
		Value gradient = step.dy();
		for (int i = 0; i < axes.length; i++) {
			if (pads[i] != 0 || pads[i + axes.length] != 0) {
				int axis = step.axis(axes[i], rank);
				gradient = repeated(step, axis, pads[i]).gradient(step, gradient, axis);
			}
		}
		return gradient;
	}

	private static AxisMap repeated(Step step, int axis, long before) {
		long from = step.size(step.x(0), axis);
		long last = from - 1;
		LongUnaryOperator source = switch (step.attributes().text("mode", "constant")) {
			case "reflect" -> (index) -> last - Math.abs(last - Math.abs(index - before));
			case "edge" -> (index) -> Math.clamp(index - before, 0, last);
			case "wrap" -> (index) -> Math.floorMod(index - before, from);
			default -> throw step.unsupported("pads in a mode without a rule");
		};
		return AxisMap.selection(from, step.size(step.y(), axis), source);
	}

}
