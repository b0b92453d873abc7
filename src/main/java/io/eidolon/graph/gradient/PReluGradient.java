package io.eidolon.graph.gradient;

import java.util.Set;

import io.eidolon.graph.ir.Value;

/**
 * A rectifier with a slope a for each channel: {@code y = (x > 0) ? x : a x,
 * dx = (x > 0) ? dy : a dy}.
 */
final class PReluGradient implements GradientRule {

	@Override
	public Set<String> operators() {
		return Set.of("PRelu");
	}

	@Override
	public Value gradient(Step step, int input) {
		if (input != 0) {
			throw step.unsupported("has a slope that depends on the latent");
		}
		Value positive = step.node("Greater", step.x(0), step.scalar(0));
		return step.where(positive, step.dy(), step.product(step.dy(), step.x(1)));
	}

}
