package io.eidolon.graph.gradient;

import java.util.Set;

/**
 * Sums of squares along axes, and their roots: {@code y = sum(x^2), dx = 2 x dy};
 * {@code y = sqrt(sum(x^2)), dx = x dy / y}.
 */
final class ReduceNormGradient implements GradientRule {

	@Override
	public Set<String> operators() {
		return Set.of("ReduceSumSquare", "ReduceL2");
	}

	@Override
	public String gradient(Step step, int input) {
		ReducedAxes axes = ReducedAxes.of(step);
		boolean root = step.node().getOpType().equals("ReduceL2");
		String dy = axes.kept(step,
				root ? step.node("Div", step.dy(), step.y()) : step.product(step.dy(), step.scalar(2)));
		return step.product(dy, step.x(0));
	}

}
