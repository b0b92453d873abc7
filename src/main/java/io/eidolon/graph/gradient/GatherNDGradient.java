package io.eidolon.graph.gradient;

import java.util.List;
import java.util.Set;

import io.eidolon.graph.Attribute;
import io.eidolon.graph.ir.Value;

/**
 * Parts at given places along the first axes: {@code dx_i} is the sum of the {@code dy_j}
 * that were taken from it.
 */
final class GatherNDGradient implements GradientRule {

	@Override
	public Set<String> operators() {
		return Set.of("GatherND");
	}

	@Override
	public Value gradient(Step step, int input) {
		if (step.attributes().integer("batch_dims", 0) != 0) {
			throw step.unsupported("has places of its own for each image");
		}
		return step.node("ScatterND", List.of(step.tape().filledLike(step.x(0), 0), step.x(1), step.dy()),
				Attribute.text("reduction", "add"));
	}

}
