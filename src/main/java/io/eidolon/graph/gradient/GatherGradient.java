package io.eidolon.graph.gradient;

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
		if (input != 0 || places.size() > 1) {
			throw step.unsupported("takes elements at places of more than one axis");
		}
		long from = step.size(step.x(0), axis);
		long[] indices = step.integers(1);
		Value dy = places.isEmpty() ? step.node("Unsqueeze", step.dy(), step.tape().integers(axis)) : step.dy();
		return AxisMap.selection(from, indices.length, (index) -> step.axis(indices[(int) index], (int) from))
			.gradient(step, dy, axis);
	}

}
