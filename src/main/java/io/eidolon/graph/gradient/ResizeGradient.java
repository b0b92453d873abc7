package io.eidolon.graph.gradient;

import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

import io.eidolon.graph.ir.Value;

/**
 * Larger or smaller images, by the nearest pixels or by interpolation. That is linear
 * along each axis, {@code y = A x}, with a matrix that the sizes tell:
 * {@code dx = A^T dy}.
 */
final class ResizeGradient implements GradientRule {

	@Override
	public Set<String> operators() {
		return Set.of("Resize");
	}

	@Override
	public Value gradient(Step step, int input) {
		if (step.attributes().integer("antialias", 0) != 0 || step.attributes().integer("exclude_outside", 0) != 0) {
			throw step.unsupported("filters in a way without a rule");
		}
		List<Long> shape = step.shape(step.x(0));
		Value gradient = step.dy();
		for (int axis = 0; axis < shape.size(); axis++) {
			double scale = scale(step, axis);
			if (scale != 1) {
				gradient = ResizeInterpolation.map(step, axis, scale).gradient(step, gradient, axis);
			}
		}
		return gradient;
	}

	// A scale that is given need not be the ratio of the sizes, which are rounded.
	private static double scale(Step step, int axis) {
		int rank = step.shape(step.x(0)).size();
		double[] scales = step.has(2) ? step.tape().shapes().values(step.x(2)).orElse(new double[0]) : new double[0];
		Long[] all = LongStream.range(0, rank).boxed().toArray(Long[]::new);
		List<Long> axes = step.attributes().integers("axes", all);
		for (int i = 0; i < scales.length; i++) {
			if (step.axis(axes.get(i), rank) == axis) {
				return scales[i];
			}
		}
		boolean same = scales.length > 0 || step.shape(step.x(0)).get(axis).equals(step.shape(step.y()).get(axis));
		return same ? 1 : (double) step.size(step.y(), axis) / step.size(step.x(0), axis);
	}

}
