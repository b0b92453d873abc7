package io.eidolon.graph.gradient;

import java.util.Set;

/**
 * {@code y = c ? a : b, da = c ? dy : 0, db = c ? 0 : dy}.
 */
final class WhereGradient implements GradientRule {

	@Override
	public Set<String> operators() {
		return Set.of("Where");
	}

	@Override
	public String gradient(Step step, int input) {
		String zero = step.scalar(0);
		String gradient = (input == 1) ? step.where(step.x(0), step.dy(), zero)
				: step.where(step.x(0), zero, step.dy());
		return step.unbroadcast(gradient, input);
	}

}
