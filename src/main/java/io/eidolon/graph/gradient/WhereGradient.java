package io.eidolon.graph.gradient;

import java.util.Set;

import io.eidolon.graph.ir.Value;

/**
 * {@code y = c ? a : b, da = c ? dy : 0, db = c ? 0 : dy}.
 */
final class WhereGradient implements GradientRule {

	@Override
	public Set<String> operators() {
		return Set.of("Where");
	}

	@Override
	public Value gradient(Step step, int input) {
		Value zero = step.scalar(0);
		Value gradient = (input == 1) ? step.where(step.x(0), step.dy(), zero) : step.where(step.x(0), zero, step.dy());
		return step.unbroadcast(gradient, input);
	}

}
