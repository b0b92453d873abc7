package io.eidolon.graph.gradient;

import java.util.Set;

import io.eidolon.graph.ir.Value;

/**
 * Each channel of each image by its own mean and deviation: {@code y = g u + b} with
 * {@code u = (x - mean(x)) / s, s = sqrt(mean((x - mean(x))^2) + e)}. As x moves, so do
 * both: {@code dx = g / s (dy - mean(dy) - u mean(dy u))}, see Ioffe and Szegedy, Batch
 * Normalization, 2015, section 3.
 */
final class InstanceNormalizationGradient implements GradientRule {

	@Override
	public Set<String> operators() {
		return Set.of("InstanceNormalization");
	}

	@Override
	public Value gradient(Step step, int input) {
		if (input != 0) {
			throw step.unsupported("has a scale that depends on the latent");
		}
		Value dy = step.dy();
		Value centred = step.node("Sub", step.x(0), mean(step, step.x(0)));
		Value variance = mean(step, step.product(centred, centred));
		Value epsilon = step.scalar(step.attributes().real("epsilon", 1e-5f));
		Value deviation = step.node("Sqrt", step.node("Add", variance, epsilon));
		Value unit = step.node("Div", centred, deviation);
		Value along = step.product(unit, mean(step, step.product(dy, unit)));
		Value rest = step.node("Sub", step.node("Sub", dy, mean(step, dy)), along);
		return step.product(rest, step.node("Div", step.perChannel(step.x(1)), deviation));
	}

	private static Value mean(Step step, Value value) {
		return step.node("GlobalAveragePool", value);
	}

}
