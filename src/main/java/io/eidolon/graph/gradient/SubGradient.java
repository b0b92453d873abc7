package io.eidolon.graph.gradient;

import java.util.Set;

import io.eidolon.graph.ir.Value;

/**
 * {@code y = a - b, da = dy, db = -dy}.
 */
final class SubGradient implements GradientRule {

	@Override
	public Set<String> operators() {
		return Set.of("Sub");
	}

	@Override
	public Value gradient(Step step, int input) {
		return step.unbroadcast((input == 0) ? step.dy() : step.node("Neg", step.dy()), input);
	}

}
