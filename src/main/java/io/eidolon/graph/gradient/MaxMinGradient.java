package io.eidolon.graph.gradient;

import java.util.List;
import java.util.Set;

import io.eidolon.graph.Attribute;
import io.eidolon.graph.ir.Value;

/**
 * The greatest or least of several tensors, element by element: {@code dx_i = dy / n} for
 * the n of them that are y, 0 for the others. A tie of two gives half to each, as in
 * PyTorch.
 */
final class MaxMinGradient implements GradientRule {

	@Override
	public Set<String> operators() {
		return Set.of("Max", "Min");
	}

	@Override
	public Value gradient(Step step, int input) {
		List<Value> chosen = step.node().inputs().stream().map((x) -> step.node("Equal", x, step.y())).toList();
		Value count = step.node("Sum", chosen.stream().map((x) -> number(step, x)).toList());
		Value share = step.node("Div", step.dy(), count);
		return step.unbroadcast(step.where(chosen.get(input), share, step.scalar(0)), input);
	}

	private static Value number(Step step, Value truth) {
		return step.node("Cast", List.of(truth), Attribute.integer("to", step.type().getNumber()));
	}

}
