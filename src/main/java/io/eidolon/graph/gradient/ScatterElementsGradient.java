package io.eidolon.graph.gradient;

import java.util.List;
import java.util.Set;

import io.eidolon.graph.Attribute;
import io.eidolon.graph.ir.Value;

/**
 * Elements put in or added at given places along an axis, each line its own: they have
 * the {@code dy} of their places, and where they take the place of what was there, that
 * has none.
 */
final class ScatterElementsGradient implements GradientRule {

	@Override
	public Set<String> operators() {
		return Set.of("ScatterElements");
	}

	@Override
	public Value gradient(Step step, int input) {
		String reduction = step.attributes().text("reduction", "none");
		Attribute axis = Attribute.integer("axis", step.attributes().integer("axis", 0));
		if (!Set.of("none", "add").contains(reduction)) {
			throw step.unsupported("has no gradient for reduction=" + reduction);
		}
		if (input == 2) {
			return step.node("GatherElements", List.of(step.dy(), step.x(1)), axis);
		}
		return reduction.equals("add") ? step.dy() : step.node("ScatterElements",
				List.of(step.dy(), step.x(1), step.tape().filledLike(step.x(2), 0)), axis);
	}

}
