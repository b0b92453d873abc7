package io.eidolon.graph.gradient;

import java.util.Set;

import io.eidolon.graph.ir.Value;

/**
 * Tensors one after the other along an axis: {@code dx_i} is its part of {@code dy}.
 */
final class ConcatGradient implements GradientRule {

	@Override
	public Set<String> operators() {
		return Set.of("Concat");
	}

	@Override
	public Value gradient(Step step, int input) {
		int axis = step.axis(step.attributes().integer("axis", 0), step.shape(step.y()).size());
		long start = 0;
		for (int i = 0; i < input; i++) {
			start += step.size(step.x(i), axis);
		}
		long end = start + step.size(step.x(input), axis);
		return step.node("Slice", step.dy(), step.tape().integers(start), step.tape().integers(end),
				step.tape().integers(axis));
	}

}
