package io.eidolon.graph.gradient;

import java.util.List;
import java.util.Set;

import io.eidolon.graph.Attribute;

/**
 * {@code y = x^p, dx = dy p x^(p - 1), dp = dy y ln(x)}.
 */
final class PowGradient implements GradientRule {

	@Override
	public Set<String> operators() {
		return Set.of("Pow");
	}

	@Override
	public String gradient(Step step, int input) {
		String exponent = step.node("Cast", List.of(step.x(1)), Attribute.integer("to", step.type().getNumber()));
		String slope;
		if (input == 0) {
			String less = step.node("Sub", exponent, step.scalar(1));
			slope = step.product(exponent, step.node("Pow", step.x(0), less));
		}
		else {
			slope = step.product(step.y(), step.node("Log", step.x(0)));
		}
		return step.unbroadcast(step.product(step.dy(), slope), input);
	}

}
