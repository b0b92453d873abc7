package io.eidolon.graph.gradient;

import java.util.List;
import java.util.Set;

import io.eidolon.graph.Attribute;
import io.eidolon.graph.ir.Value;

/**
 * The greatest or least element along axes: {@code dx = dy / n} for each of the n that
 * are y, 0 for the others, as in PyTorch's {@code amax}.
 */
final class ReduceMaxGradient implements GradientRule {

	@Override
	public Set<String> operators() {
		return Set.of("ReduceMax", "ReduceMin");
	}

	@Override
	public Value gradient(Step step, int input) {
		ReducedAxes axes = ReducedAxes.of(step);
		Value chosen = step.node("Equal", step.x(0), axes.kept(step, step.y()));
		Value count = axes.sum(step,
				step.node("Cast", List.of(chosen), Attribute.integer("to", step.type().getNumber())));
		Value share = step.node("Div", axes.kept(step, step.dy()), count);
		return step.where(chosen, share, step.scalar(0));
	}

}
