package io.eidolon.graph.gradient;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.eidolon.graph.Attribute;
import io.eidolon.graph.ir.Value;

/**
 * {@code y = einsum(ab,bc->ac): da = einsum(dy ac, bc -> ab)}: each operand's gradient is
 * the product of the output's with the other operands, summed over the axes that it has
 * not. Its own axes must be among theirs, each once; axes behind an ellipsis get letters.
 */
final class EinsumGradient implements GradientRule {

	@Override
	public Set<String> operators() {
		return Set.of("Einsum");
	}

	@Override
	public Value gradient(Step step, int input) {
		Equation equation = Equation.of(step);
		List<String> terms = new ArrayList<>(equation.terms());
		List<Value> read = new ArrayList<>(List.of(step.dy()));
		String own = terms.remove(input);
		for (int i = 0; i < step.node().inputs().size(); i++) {
			if (i != input) {
				read.add(step.x(i));
			}
		}
		String others = equation.made() + String.join("", terms);
		if (own.chars().distinct().count() != own.length()
				|| own.chars().anyMatch((axis) -> others.indexOf(axis) < 0)) {
			throw step.unsupported("sums or repeats axes of one operand alone");
		}
		for (int axis = 0; axis < own.length(); axis++) {
			int made = equation.made().indexOf(own.charAt(axis));
			if (made >= 0 && !step.shape(step.x(input)).get(axis).equals(step.shape(step.y()).get(made))) {
				throw step.unsupported("stretches an axis of an operand");
			}
		}
		String given = terms.stream().map((term) -> "," + term).collect(Collectors.joining("", equation.made(), ""));
		return step.node("Einsum", read, Attribute.text("equation", given + "->" + own));
	}

	/**
	 * An equation in which each axis has a letter.
	 *
	 * @param terms the axes of each operand
	 * @param made those of the output
	 */
	private record Equation(List<String> terms, String made) {

		private static final String ELLIPSIS = "...";

		static Equation of(Step step) {
			String[] sides = step.attributes().text("equation", "").replaceAll("\\s+", "").split("->", -1);
			String[] terms = sides[0].split(",", -1);
			String free = IntStream.concat(IntStream.rangeClosed('A', 'Z'), IntStream.rangeClosed('a', 'z'))
				.filter((letter) -> sides[0].indexOf(letter) < 0)
				.mapToObj(Character::toString)
				.collect(Collectors.joining());
			int most = 0;
			for (int i = 0; i < terms.length; i++) {
				most = Math.max(most, unnamed(terms[i], step.shape(step.x(i)).size()));
			}
			String rest = free.substring(0, most);
			List<String> named = new ArrayList<>();
			for (int i = 0; i < terms.length; i++) {
				int count = unnamed(terms[i], step.shape(step.x(i)).size());
				named.add(terms[i].replace(ELLIPSIS, rest.substring(most - count)));
			}
			return new Equation(named, (sides.length == 2) ? sides[1].replace(ELLIPSIS, rest) : rest + once(sides[0]));
		}

		private static int unnamed(String term, int rank) {
			return term.contains(ELLIPSIS) ? rank - (term.length() - ELLIPSIS.length()) : 0;
		}

		// The axes that stand there once, in the order of the alphabet.
		private static String once(String terms) {
			return terms.chars()
				.filter(Character::isLetter)
				.filter((letter) -> terms.indexOf(letter) == terms.lastIndexOf(letter))
				.sorted()
				.mapToObj(Character::toString)
				.collect(Collectors.joining());
		}

	}

}
