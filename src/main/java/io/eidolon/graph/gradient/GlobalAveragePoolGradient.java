package io.eidolon.graph.gradient;

import java.util.Set;

import io.eidolon.graph.ir.Value;

/**
 * The mean of each channel's n pixels: {@code y = sum(x) / n, dx = dy / n}.
 */
final class GlobalAveragePoolGradient implements GradientRule {

	@Override
	public Set<String> operators() {
		return Set.of("GlobalAveragePool");
	}

	@Override
	public Value gradient(Step step, int input) {
		long pixels = 1;
		for (int axis = 2; axis < step.shape(step.x(0)).size(); axis++) {
			pixels *= step.size(step.x(0), axis);
		}
		Value share = step.product(step.dy(), step.scalar(1.0 / pixels));
		return step.node("Expand", share, step.tape().shapeOf(step.x(0)));
	}

}
