package io.eidolon.graph.gradient;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.eidolon.graph.Attribute;
import io.eidolon.graph.ir.Value;

/**
 * {@code y = einsum(ab,bc->ac): da = einsum(dy ac, bc -> ab)}: each operand's gradient is
 * the product of the output's with the other operands, summed over the axes that it has
 * not. Its own axes must be among theirs, each once.
 */
final class EinsumGradient implements GradientRule {

	@Override
	public Set<String> operators() {
		return Set.of("Einsum");
	}

	@Override
	public Value gradient(Step step, int input) {
		String[] sides = step.attributes().text("equation", "").replaceAll("\\s+", "").split("->", -1);
		List<String> terms = new ArrayList<>(List.of(sides[0].split(",", -1)));
		if (sides.length != 2 || sides[0].contains(".") || sides[1].contains(".")) {
			throw step.unsupported("has an equation without an arrow, or with an ellipsis");
		}
		List<Value> read = new ArrayList<>(List.of(step.dy()));
		String own = terms.remove(input);
		for (int i = 0; i < step.node().inputs().size(); i++) {
			if (i != input) {
				read.add(step.x(i));
			}
		}
		String others = sides[1] + String.join("", terms);
		if (own.chars().distinct().count() != own.length()
				|| own.chars().anyMatch((axis) -> others.indexOf(axis) < 0)) {
			throw step.unsupported("sums or repeats axes of one operand alone");
		}
		String given = terms.stream().map((term) -> "," + term).collect(Collectors.joining("", sides[1], ""));
		return step.node("Einsum", read, Attribute.text("equation", given + "->" + own));
	}

}
