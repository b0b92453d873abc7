package io.eidolon.graph.gradient;

import java.util.Set;

import io.eidolon.graph.ir.Value;

/**
 * The same elements with other axes: {@code dx} is {@code dy} with the axes of {@code x}.
 */
final class ReshapeGradient implements GradientRule {

	@Override
	public Set<String> operators() {
		return Set.of("Reshape", "Flatten", "Squeeze", "Unsqueeze");
	}

	@Override
	public Value gradient(Step step, int input) {
		return step.tape().reshapedLike(step.dy(), step.x(0));
	}

}
