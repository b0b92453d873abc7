package io.eidolon.graph.gradient;

import java.util.Set;

import io.eidolon.graph.ir.Value;

/**
 * {@code y = min(max(x, low), high), dx = (x = y) ? dy : 0}.
 */
final class ClipGradient implements GradientRule {

	@Override
	public Set<String> operators() {
		return Set.of("Clip");
	}

	@Override
	public Value gradient(Step step, int input) {
		Value inside = step.node("Equal", step.x(0), step.y());
		return step.where(inside, step.dy(), step.scalar(0));
	}

}
