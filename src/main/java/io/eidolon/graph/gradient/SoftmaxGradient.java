package io.eidolon.graph.gradient;

import java.util.Set;

import io.eidolon.graph.ir.Value;

/**
 * {@code y = exp(x) / sum(exp(x)), dx = y (dy - sum(dy y))}, sums along one axis.
 */
final class SoftmaxGradient implements GradientRule {

	@Override
	public Set<String> operators() {
		return Set.of("Softmax");
	}

	@Override
	public Value gradient(Step step, int input) {
		Value axis = step.tape().integers(step.attributes().integer("axis", -1));
		Value sum = step.node("ReduceSum", step.product(step.dy(), step.y()), axis);
		return step.product(step.y(), step.node("Sub", step.dy(), sum));
	}

}
