package io.eidolon.graph.canonical;

import java.util.List;
import java.util.stream.Collectors;

import io.eidolon.graph.InvalidGraphException;
import io.eidolon.graph.Quoted;

/** Says why a graph is no generator, what would be one, and what a card could settle. */
final class PortErrors {

	private static final String NEEDED = "a generator takes a latent, such as z float (N, 128), and maybe a label, int64 (N) or one-hot";

	private PortErrors() {
	}

	/** An input is nothing that a generator takes. */
	static InvalidGraphException of(Port port, String found) {
		return new InvalidGraphException("The graph takes %s, %s; %s".formatted(port, found, NEEDED));
	}

	/** The inputs together are not those of a generator. */
	static InvalidGraphException of(List<Port> ports) {
		return new InvalidGraphException(
				"The graph takes %s; %s".formatted(ports.isEmpty() ? "nothing" : names(ports), NEEDED));
	}

	/**
	 * What the inputs are for cannot be told, but a card could say it.
	 * @param unknown what is not understood
	 * @param lines what the card could say
	 */
	static InvalidGraphException unclear(List<Port> ports, String unknown, String lines) {
		return new InvalidGraphException(
				"The graph takes %s; %s; a model.json in a folder with the graph can say it: { %s }"
					.formatted(names(ports), unknown, lines));
	}

	/** A line of a card that gives each input a role. */
	static String roles(List<Port> ports, List<String> roles) {
		StringBuilder line = new StringBuilder();
		for (int i = 0; i < ports.size(); i++) {
			line.append((i > 0) ? ", " : "")
				.append("\"%s\": %s".formatted(Quoted.of(ports.get(i).name()),
						(i < roles.size()) ? roles.get(i) : "0"));
		}
		return "\"inputs\": { %s }".formatted(line);
	}

	/** A line of a card that gives an input a number. */
	static String number(Port port) {
		return roles(List.of(port), List.of(example(port)));
	}

	/** The number that changes least: a truncation of 1, no noise, a flag that is off. */
	static String example(Port port) {
		boolean single = port.shape().stream().allMatch((size) -> size == 1);
		return (single && port.isReal()) ? "1" : "0";
	}

	static String names(List<Port> ports) {
		return ports.stream().map(Port::toString).collect(Collectors.joining(", "));
	}

}
