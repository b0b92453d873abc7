package io.eidolon.graph.gradient;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.eidolon.graph.Attribute;
import io.eidolon.graph.ir.Value;

/** A triangle of each matrix: {@code dx} is the same triangle of {@code dy}. */
final class TriluGradient implements GradientRule {

	@Override
	public Set<String> operators() {
		return Set.of("Trilu");
	}

	@Override
	public Value gradient(Step step, int input) {
		Attribute upper = Attribute.integer("upper", step.attributes().integer("upper", 1));
		List<Value> inputs = new ArrayList<>(step.node().inputs());
		inputs.set(0, step.dy());
		return step.node("Trilu", inputs, upper);
	}

}
