package io.eidolon.graph.gradient;

import java.util.Set;

/**
 * A rectifier with a slope a for each channel: {@code y = (x < 0) ? a x : x,
 * dx = (x < 0) ? a dy : dy}.
 */
final class PReluGradient implements GradientRule {

	@Override
	public Set<String> operators() {
		return Set.of("PRelu");
	}

	@Override
	public String gradient(Step step, int input) {
		if (input != 0) {
			throw step.unsupported("has a slope that depends on the latent");
		}
		String negative = step.node("Less", step.x(0), step.scalar(0));
		return step.where(negative, step.product(step.dy(), step.x(1)), step.dy());
	}

}
