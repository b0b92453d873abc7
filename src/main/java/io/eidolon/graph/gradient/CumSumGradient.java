package io.eidolon.graph.gradient;

import java.util.List;
import java.util.Set;

import io.eidolon.graph.Attribute;
import io.eidolon.graph.ir.Value;

/**
 * Sums of all elements before along an axis: {@code dx} is the sum of all {@code dy}
 * behind.
 */
final class CumSumGradient implements GradientRule {

	@Override
	public Set<String> operators() {
		return Set.of("CumSum");
	}

	@Override
	public Value gradient(Step step, int input) {
		long reverse = step.attributes().integer("reverse", 0);
		return step.node("CumSum", List.of(step.dy(), step.x(1)),
				Attribute.integer("exclusive", step.attributes().integer("exclusive", 0)),
				Attribute.integer("reverse", 1 - reverse));
	}

}
