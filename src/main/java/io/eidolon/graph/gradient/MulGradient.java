package io.eidolon.graph.gradient;

import java.util.Set;

/**
 * {@code y = a b, da = dy b, db = dy a}.
 */
final class MulGradient implements GradientRule {

	@Override
	public Set<String> operators() {
		return Set.of("Mul");
	}

	@Override
	public String gradient(Step step, int input) {
		return step.unbroadcast(step.product(step.dy(), step.x(1 - input)), input);
	}

}
