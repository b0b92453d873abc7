package io.eidolon.graph.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.eidolon.graph.Quoted;
import org.jspecify.annotations.Nullable;

/**
 * Products and sums over named axes, such as {@code nchw,cd->ndhw}. Axes that an ellipsis
 * stands for are stretched to each other.
 */
final class EinsumRule {

	private static final String ELLIPSIS = "...";

	private final ShapedNode node;

	private final Map<Character, Long> sizes = new TreeMap<>();

	private final Map<Character, Integer> counts = new TreeMap<>();

	private @Nullable List<Long> rest = List.of();

	private EinsumRule(ShapedNode node) {
		this.node = node;
	}

	static List<InferredTensor> apply(ShapedNode node) {
		for (int i = 0; i < node.inputs(); i++) {
			if (node.shape(i) == null) {
				return List.of(InferredTensor.of(node.input(0).type(), null));
			}
		}
		return List.of(InferredTensor.of(node.input(0).type(), new EinsumRule(node).shape()));
	}

	private List<Long> shape() {
		String[] sides = this.node.text("equation", "").replaceAll("\\s+", "").split("->", -1);
		String[] terms = sides[0].split(",", -1);
		if (sides.length > 2 || terms.length != this.node.inputs()) {
			throw wrong();
		}
		for (int i = 0; i < terms.length; i++) {
			List<Long> axes = this.node.shape(i);
			read(terms[i], (axes != null) ? axes : List.of());
		}
		return made((sides.length == 2) ? sides[1] : implicit());
	}

	private void read(String term, List<Long> axes) {
		int dots = term.indexOf(ELLIPSIS);
		String before = (dots < 0) ? term : term.substring(0, dots);
		String after = (dots < 0) ? "" : term.substring(dots + ELLIPSIS.length());
		int free = axes.size() - before.length() - after.length();
		if (free < 0 || (dots < 0 && free != 0)) {
			throw wrong();
		}
		for (int i = 0; i < before.length(); i++) {
			read(before.charAt(i), axes.get(i));
		}
		for (int i = 0; i < after.length(); i++) {
			read(after.charAt(i), axes.get(before.length() + free + i));
		}
		this.rest = BroadcastRules.stretched(this.node, this.rest,
				axes.subList(before.length(), before.length() + free));
	}

	private void read(char axis, long size) {
		Long known = this.sizes.merge(axis, size, (old, now) -> (old == 1) ? now : old);
		if (!Character.isLetter(axis) || (known != size && size != 1)) {
			throw wrong();
		}
		this.counts.merge(axis, 1, Integer::sum);
	}

	// The axes that stand there once, in the order of the alphabet.
	private String implicit() {
		return ELLIPSIS + this.counts.entrySet()
			.stream()
			.filter((entry) -> entry.getValue() == 1)
			.map((entry) -> entry.getKey().toString())
			.collect(Collectors.joining());
	}

	private List<Long> made(String term) {
		List<Long> shape = new ArrayList<>();
		for (int i = 0; i < term.length(); i++) {
			if (term.startsWith(ELLIPSIS, i)) {
				shape.addAll((this.rest != null) ? this.rest : List.of());
				i += ELLIPSIS.length() - 1;
			}
			else {
				Long size = this.sizes.get(term.charAt(i));
				if (size == null) {
					throw wrong();
				}
				shape.add(size);
			}
		}
		return shape;
	}

	private RuntimeException wrong() {
		return this.node.wrong("has the equation %s, which does not fit what it reads"
			.formatted(Quoted.of(this.node.text("equation", ""))));
	}

}
