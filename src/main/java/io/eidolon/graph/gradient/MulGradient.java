package io.eidolon.graph.gradient;

import java.util.Set;

import io.eidolon.graph.ir.Value;

/**
 * {@code y = a b, da = dy b, db = dy a}.
 */
final class MulGradient implements GradientRule {

	@Override
	public Set<String> operators() {
		return Set.of("Mul");
	}

	@Override
	public Value gradient(Step step, int input) {
		return step.unbroadcast(step.product(step.dy(), step.x(1 - input)), input);
	}

}
