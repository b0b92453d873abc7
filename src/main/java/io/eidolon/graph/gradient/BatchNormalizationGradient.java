package io.eidolon.graph.gradient;

import java.util.Set;

import io.eidolon.graph.ir.Value;

/**
 * With the statistics of training, which are constants, it is a scale and a shift for
 * each channel: {@code y = g (x - m) / sqrt(v + e) + b, dx = dy g / sqrt(v + e)}.
 */
final class BatchNormalizationGradient implements GradientRule {

	@Override
	public Set<String> operators() {
		return Set.of("BatchNormalization");
	}

	@Override
	public Value gradient(Step step, int input) {
		if (input != 0 || step.attributes().integer("training_mode", 0) != 0) {
			throw step.unsupported("does not scale by constants");
		}
		Value epsilon = step.scalar(step.attributes().real("epsilon", 1e-5f));
		Value deviation = step.node("Sqrt", step.node("Add", step.x(4), epsilon));
		Value scale = step.node("Div", step.x(1), deviation);
		return step.product(step.dy(), step.perChannel(scale));
	}

}
