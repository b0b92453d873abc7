package io.eidolon.graph.gradient;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import io.eidolon.graph.Attribute;
import io.eidolon.graph.ir.Value;

/**
 * {@code y = x^p, dx = dy p x^(p - 1), dp = dy y ln(x)}. At {@code x = 0} dp is 0, as in
 * PyTorch, and for p below 1 so is dx, where PyTorch gives infinity: a root is treated as
 * {@code Sqrt} is.
 */
final class PowGradient implements GradientRule {

	@Override
	public Set<String> operators() {
		return Set.of("Pow");
	}

	@Override
	public Value gradient(Step step, int input) {
		Value exponent = step.node("Cast", List.of(step.x(1)), Attribute.integer("to", step.type().getNumber()));
		Value derivative;
		if (input == 0) {
			Value less = step.node("Sub", exponent, step.scalar(1));
			derivative = step.product(exponent, step.node("Pow", step.x(0), less));
		}
		else {
			derivative = step.product(step.y(), step.node("Log", step.x(0)));
		}
		Value gradient = step.product(step.dy(), derivative);
		return step.unbroadcast((input == 0 && isPower(step)) ? gradient : finite(step, gradient, exponent, input),
				input);
	}

	private static Value finite(Step step, Value gradient, Value exponent, int input) {
		Value singular = step.node("Equal", step.x(0), step.scalar(0));
		if (input == 0) {
			singular = step.node("And", singular, step.node("Less", exponent, step.scalar(1)));
		}
		return step.where(singular, step.scalar(0), gradient);
	}

	/** Whether all exponents are known to be 1 or more, as those of squares are. */
	private static boolean isPower(Step step) {
		return step.tape()
			.shapes()
			.values(step.x(1))
			.filter((exponents) -> Arrays.stream(exponents).allMatch((exponent) -> exponent >= 1))
			.isPresent();
	}

}
