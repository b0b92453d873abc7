package io.eidolon.graph.gradient;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.eidolon.graph.Attribute;
import io.eidolon.graph.ir.Value;

/**
 * Parts of a tensor along an axis: {@code dx} is the {@code dy_i} one after the other.
 */
final class SplitGradient implements GradientRule {

	@Override
	public Set<String> operators() {
		return Set.of("Split");
	}

	@Override
	public Value gradient(Step step, int input) {
		List<Value> parts = new ArrayList<>();
		for (int i = 0; i < step.node().outputs().size(); i++) {
			Value part = step.node().outputs().get(i);
			parts.add(step.dys().get(i).orElseGet(() -> step.tape().filledLike(part, 0)));
		}
		return step.node("Concat", parts, Attribute.integer("axis", step.attributes().integer("axis", 0)));
	}

}
