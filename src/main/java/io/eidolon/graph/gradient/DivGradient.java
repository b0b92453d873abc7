package io.eidolon.graph.gradient;

import java.util.Set;

/**
 * {@code y = a / b, da = dy / b, db = -dy y / b}.
 */
final class DivGradient implements GradientRule {

	@Override
	public Set<String> operators() {
		return Set.of("Div");
	}

	@Override
	public String gradient(Step step, int input) {
		String share = step.node("Div", step.dy(), step.x(1));
		String gradient = (input == 0) ? share : step.node("Neg", step.product(share, step.y()));
		return step.unbroadcast(gradient, input);
	}

}
