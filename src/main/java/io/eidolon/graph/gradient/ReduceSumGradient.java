package io.eidolon.graph.gradient;

import java.util.Set;

import io.eidolon.graph.ir.Value;

/**
 * Sums and means along axes: {@code y = sum(x), dx = dy} for each x in the sum, and
 * {@code dx = dy / n} for a mean of n.
 */
final class ReduceSumGradient implements GradientRule {

	@Override
	public Set<String> operators() {
		return Set.of("ReduceSum", "ReduceMean");
	}

	@Override
	public Value gradient(Step step, int input) {
		ReducedAxes axes = ReducedAxes.of(step);
		Value dy = axes.kept(step, step.dy());
		if (step.node().operator().equals("ReduceMean")) {
			dy = step.product(dy, step.scalar(1.0 / axes.elements(step)));
		}
		return step.node("Expand", dy, step.tape().shapeOf(step.x(0)));
	}

}
