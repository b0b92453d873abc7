package io.eidolon.graph.gradient;

import java.util.Set;

import io.eidolon.graph.ir.Value;

/**
 * Sums of amounts along axes: {@code y = sum(|x|), dx = dy sign(x)}; of squares:
 * {@code y = sum(x^2), dx = 2 x dy}; and their roots:
 * {@code y = sqrt(sum(x^2)), dx = x dy / y}, and 0 where y is 0, as in PyTorch.
 */
final class ReduceNormGradient implements GradientRule {

	@Override
	public Set<String> operators() {
		return Set.of("ReduceL1", "ReduceSumSquare", "ReduceL2");
	}

	@Override
	public Value gradient(Step step, int input) {
		ReducedAxes axes = ReducedAxes.of(step);
		if (step.node().is("ReduceL1")) {
			return step.product(axes.kept(step, step.dy()), step.node("Sign", step.x(0)));
		}
		boolean root = step.node().operator().equals("ReduceL2");
		Value dy = axes.kept(step, root ? perLength(step) : step.product(step.dy(), step.scalar(2)));
		return step.product(dy, step.x(0));
	}

	private static Value perLength(Step step) {
		Value zero = step.scalar(0);
		return step.where(step.node("Equal", step.y(), zero), zero, step.node("Div", step.dy(), step.y()));
	}

}
