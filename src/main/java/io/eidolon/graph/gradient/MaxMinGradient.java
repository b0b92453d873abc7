package io.eidolon.graph.gradient;

import java.util.Set;

/**
 * The greatest or least of several tensors, element by element:
 * {@code dx_i = (x_i = y) ? dy : 0}.
 */
final class MaxMinGradient implements GradientRule {

	@Override
	public Set<String> operators() {
		return Set.of("Max", "Min");
	}

	@Override
	public String gradient(Step step, int input) {
		String chosen = step.node("Equal", step.x(input), step.y());
		return step.unbroadcast(step.where(chosen, step.dy(), step.scalar(0)), input);
	}

}
