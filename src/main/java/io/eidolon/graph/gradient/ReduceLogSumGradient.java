package io.eidolon.graph.gradient;

import java.util.Set;

import io.eidolon.graph.ir.Value;

/**
 * Logarithms of sums along axes: {@code y = ln(sum(x)), dx = dy e^-y}, and
 * {@code y = ln(sum(e^x)), dx = dy e^(x - y)}.
 */
final class ReduceLogSumGradient implements GradientRule {

	@Override
	public Set<String> operators() {
		return Set.of("ReduceLogSum", "ReduceLogSumExp");
	}

	@Override
	public Value gradient(Step step, int input) {
		ReducedAxes axes = ReducedAxes.of(step);
		Value y = axes.kept(step, step.y());
		Value dy = axes.kept(step, step.dy());
		if (step.node().is("ReduceLogSumExp")) {
			return step.product(dy, step.node("Exp", step.node("Sub", step.x(0), y)));
		}
		return step.node("Expand", step.product(dy, step.node("Exp", step.node("Neg", y))),
				step.tape().shapeOf(step.x(0)));
	}

}
