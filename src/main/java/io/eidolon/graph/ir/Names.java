package io.eidolon.graph.ir;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Names of which each stands for one thing. */
final class Names {

	private final Set<String> taken = new HashSet<>();

	/** The last number that was given to each hint, so that no number is tried twice. */
	private final Map<String, Integer> numbers = new HashMap<>();

	/** Takes a name; false when it is taken already. */
	boolean take(String name) {
		return this.taken.add(name);
	}

	/** Gives a name back. */
	void release(String name) {
		this.taken.remove(name);
	}

	/** Takes a name that is free: the hint, or the hint with a number. */
	String fresh(String hint) {
		String name = hint;
		while (!take(name)) {
			name = hint + "_" + this.numbers.merge(hint, 1, (number, one) -> number + one);
		}
		return name;
	}

}
