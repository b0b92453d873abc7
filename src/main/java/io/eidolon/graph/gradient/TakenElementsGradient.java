package io.eidolon.graph.gradient;

import java.util.List;
import java.util.Set;

import io.eidolon.graph.Attribute;
import io.eidolon.graph.ir.Value;

/**
 * Elements taken along an axis, each line its own, as sorting does:
 * {@code y_j = x_(i_j), dx_i} is the sum of the {@code dy_j} that were taken from it.
 */
final class TakenElementsGradient implements GradientRule {

	@Override
	public Set<String> operators() {
		return Set.of("GatherElements", "TopK");
	}

	@Override
	public Value gradient(Step step, int input) {
		boolean given = step.node().is("GatherElements");
		Value indices = given ? step.x(1) : step.node().outputs().get(1);
		if (indices.isAbsent()) {
			throw step.unsupported("does not tell which elements it takes");
		}
		return step.node("ScatterElements", List.of(step.tape().filledLike(step.x(0), 0), indices, step.dy()),
				Attribute.integer("axis", step.attributes().integer("axis", given ? 0 : -1)),
				Attribute.text("reduction", "add"));
	}

}
