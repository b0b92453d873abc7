package io.eidolon.graph.gradient;

import java.util.Set;

import io.eidolon.graph.ir.Value;

/**
 * Stretched along axes: {@code dx} is the sum of {@code dy} along them.
 */
final class ExpandGradient implements GradientRule {

	@Override
	public Set<String> operators() {
		return Set.of("Expand");
	}

	@Override
	public Value gradient(Step step, int input) {
		return step.unbroadcast(step.dy(), input);
	}

}
