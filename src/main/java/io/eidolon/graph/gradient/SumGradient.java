package io.eidolon.graph.gradient;

import java.util.Set;

import io.eidolon.graph.ir.Value;

/**
 * Sums and means of tensors that broadcasting stretches to each other:
 * {@code y = sum(x_i), dx_i = dy}, and {@code dx_i = dy / n} for a mean of n.
 */
final class SumGradient implements GradientRule {

	@Override
	public Set<String> operators() {
		return Set.of("Add", "Sum", "Mean");
	}

	@Override
	public Value gradient(Step step, int input) {
		int count = step.node().inputs().size();
		boolean mean = step.node().operator().equals("Mean");
		Value dy = mean ? step.product(step.dy(), step.scalar(1.0 / count)) : step.dy();
		return step.unbroadcast(dy, input);
	}

}
