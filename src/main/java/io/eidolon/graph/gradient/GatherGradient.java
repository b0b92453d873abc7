package io.eidolon.graph.gradient;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.eidolon.graph.ir.Value;

/**
 * Elements at given places along an axis: {@code y_j = x_(i_j), dx_i} is the sum of the
 * {@code dy_j} that were taken from it.
 */
final class GatherGradient implements GradientRule {

	@Override
	public Set<String> operators() {
		return Set.of("Gather");
	}

	@Override
	public Value gradient(Step step, int input) {
		int axis = step.axis(step.attributes().integer("axis", 0), step.shape(step.x(0)).size());
		List<Long> places = step.shape(step.x(1));
		long from = step.size(step.x(0), axis);
		long[] indices = step.integers(1);
		Value dy = (places.size() == 1) ? step.dy() : along(step, axis, indices.length);
		return AxisMap.selection(from, indices.length, (index) -> step.axis(indices[(int) index], (int) from))
			.gradient(step, dy, axis);
	}

	// Places of several axes, or of none, as places of one.
	private static Value along(Step step, int axis, long count) {
		List<Long> shape = new ArrayList<>(step.shape(step.x(0)));
		shape.set(axis, count);
		return step.node("Reshape", step.dy(), step.tape().integers(Tape.longs(shape)));
	}

}
