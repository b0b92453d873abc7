package io.eidolon.graph.gradient;

import java.util.Set;

import io.eidolon.graph.ir.Value;

/**
 * {@code y = a / b, da = dy / b, db = -dy y / b}.
 */
final class DivGradient implements GradientRule {

	@Override
	public Set<String> operators() {
		return Set.of("Div");
	}

	@Override
	public Value gradient(Step step, int input) {
		Value share = step.node("Div", step.dy(), step.x(1));
		Value gradient = (input == 0) ? share : step.node("Neg", step.product(share, step.y()));
		return step.unbroadcast(gradient, input);
	}

}
