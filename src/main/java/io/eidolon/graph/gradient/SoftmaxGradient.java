package io.eidolon.graph.gradient;

import java.util.Set;

/**
 * {@code y = exp(x) / sum(exp(x)), dx = y (dy - sum(dy y))}, sums along one axis.
 */
final class SoftmaxGradient implements GradientRule {

	@Override
	public Set<String> operators() {
		return Set.of("Softmax");
	}

	@Override
	public String gradient(Step step, int input) {
		String axis = step.tape().integers(step.attributes().integer("axis", -1));
		String sum = step.node("ReduceSum", step.product(step.dy(), step.y()), axis);
		return step.product(step.y(), step.node("Sub", step.dy(), sum));
	}

}
