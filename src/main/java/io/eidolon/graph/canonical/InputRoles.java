package io.eidolon.graph.canonical;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import io.eidolon.graph.InvalidGraphException;
import io.eidolon.graph.Quoted;
import io.eidolon.graph.canonical.GeneratorPorts.Hints;
import io.eidolon.graph.ir.Graph;
import io.eidolon.graph.ir.Value;
import io.eidolon.modelcard.PortNames;
import org.jspecify.annotations.Nullable;

/**
 * Tells what each input of a graph is for: what its card says, else what reads it, else
 * what its name or its size suggests. Inputs that nothing reads are for nothing.
 */
final class InputRoles {

	private static final Pattern LABEL_NAME = Pattern
		.compile("(?i).*(label|class|cond|one.?hot|categor|attr|digit).*|y|c|y_?in|c_?in");

	private static final Pattern LATENT_NAME = Pattern.compile("(?i).*(latent|noise|random).*|z|z_?\\d+|z_?in|seed");

	/** What TensorFlow puts around names: scopes, signatures and numbers of outputs. */
	private static final Pattern DECORATION = Pattern.compile("^.*/|^serving_default_|:\\d+$");

	/** A latent is seldom shorter, a one-hot seldom longer. */
	private static final long USUAL_LATENT = 16;

	private static final long USUAL_CLASSES = 100;

	private final Graph graph;

	private final Hints hints;

	private final Map<Role, Port> roles = new EnumMap<>(Role.class);

	private final List<Port> all;

	private InputRoles(Graph graph, Hints hints) {
		this.graph = graph;
		this.hints = hints;
		this.all = graph.inputs().stream().filter((input) -> !input.isUnused()).map(Port::of).toList();
	}

	/**
	 * The input of each role that there is.
	 * @throws InvalidGraphException when they are not those of a generator, or it cannot
	 * be told which is which
	 */
	static Map<Role, Port> of(Graph graph, Hints hints) {
		InputRoles found = new InputRoles(graph, hints);
		found.assign(found.named());
		return found.roles;
	}

	// What the card says, and the names of our own inputs of texts.
	private List<Port> named() {
		List<Port> open = new ArrayList<>();
		for (Port port : this.all) {
			Optional<Role> role = role(port);
			if (role.isPresent()) {
				put(role.get(), port);
			}
			else {
				open.add(port);
			}
		}
		return open;
	}

	private Optional<Role> role(Port port) {
		String said = this.hints.inputs().get(port.name());
		if (said != null) {
			return Optional.of(Role.named(said)
				.orElseThrow(
						() -> new InvalidGraphException("inputs.%s (%s) in model.json must be one of %s, or a number"
							.formatted(Quoted.of(port.name()), Quoted.of(said), Role.names()))));
		}
		boolean text = Set.of(PortNames.SENTENCE, PortNames.STRENGTH).contains(port.name()) && port.isReal();
		return text ? Role.named(port.name()) : Optional.empty();
	}

	private void put(Role role, Port port) {
		Port other = this.roles.putIfAbsent(role, port);
		if (other != null) {
			List<Port> both = List.of(other, port);
			throw PortErrors.unclear(both, "both would be the %s; of one the card can say a number".formatted(role),
					PortErrors.roles(both, List.of("\"%s\"".formatted(role), PortErrors.example(port))));
		}
	}

	private void assign(List<Port> open) {
		List<Port> labels = open.stream().filter(this::isLabel).toList();
		labels.forEach((port) -> put(Role.LABEL, port));
		List<Port> reals = open.stream().filter((port) -> !labels.contains(port)).toList();
		requireNoOther(reals);
		boolean noLabel = !this.roles.containsKey(Role.LABEL);
		boolean noLatent = !this.roles.containsKey(Role.LATENT);
		if (reals.size() == 2 && noLatent && noLabel) {
			Port latent = latent(reals.get(0), reals.get(1));
			put(Role.LATENT, latent);
			put(Role.LABEL, (latent == reals.get(0)) ? reals.get(1) : reals.get(0));
		}
		else if (reals.size() == 1 && (noLatent || noLabel)) {
			put(noLatent ? Role.LATENT : Role.LABEL, reals.getFirst());
		}
		else if (!reals.isEmpty()) {
			throw unclear(this.all, "which of them is the latent and which the label is not known");
		}
		if (!this.roles.containsKey(Role.LATENT)) {
			throw PortErrors.of(this.all);
		}
	}

	// A truncation or a map of noise beside the latent: the card can say what number it
	// is.
	private void requireNoOther(List<Port> reals) {
		List<Port> others = reals.stream().filter((port) -> LatentShape.misfit(port) != null).toList();
		if (!others.isEmpty() && (others.size() < reals.size() || this.roles.containsKey(Role.LATENT))) {
			Port other = others.getFirst();
			List<String> said = this.all.stream()
				.map((port) -> others.contains(port) ? PortErrors.example(port) : guess(port))
				.toList();
			throw PortErrors.unclear(this.all, "%s is %s, and always the same if the card says a number"
				.formatted(Quoted.of(other.name()), LatentShape.misfit(other)), PortErrors.roles(this.all, said));
		}
		others.forEach(LatentShape::of);
	}

	private String guess(Port port) {
		return this.roles.entrySet()
			.stream()
			.filter((role) -> role.getValue().equals(port))
			.map((role) -> "\"%s\"".formatted(role.getKey()))
			.findFirst()
			.orElse("\"latent\"");
	}

	// An index meets an embedding, and no latent is given in whole numbers.
	private boolean isLabel(Port port) {
		boolean index = InputReaders.of(input(port)).isIndex();
		if (port.isReal()) {
			return index;
		}
		if (!port.isNumber()) {
			throw PortErrors.of(port, "no numbers to generate from");
		}
		boolean several = port.shape().stream().skip(1).anyMatch((size) -> size > 1 || size == Port.OPEN);
		if (index && several) {
			throw PortErrors.of(port, "a sequence, such as a text");
		}
		return true;
	}

	private Port latent(Port one, Port other) {
		return only(one, other, (port) -> isAsLong(port, this.hints.dimension()))
			.or(() -> only(one, other, (port) -> isAsLong(port, this.hints.classes()))
				.map((label) -> (label == one) ? other : one))
			.or(() -> only(one, other, (port) -> isNamed(LATENT_NAME, port)))
			.or(() -> only(one, other, (port) -> !isNamed(LABEL_NAME, port)))
			.or(() -> only(one, other, (port) -> isLonger(port, (port == one) ? other : one)))
			.orElseThrow(
					() -> unclear(this.all, "which is the latent and which the label neither names nor readers tell"));
	}

	private static Optional<Port> only(Port one, Port other, Predicate<Port> predicate) {
		boolean first = predicate.test(one);
		return (first != predicate.test(other)) ? Optional.of(first ? one : other) : Optional.empty();
	}

	private static boolean isNamed(Pattern pattern, Port port) {
		return pattern.matcher(DECORATION.matcher(DECORATION.matcher(port.name()).replaceAll("")).replaceAll(""))
			.matches();
	}

	private static boolean isAsLong(Port port, @Nullable Integer length) {
		return length != null && LatentShape.of(port).length() == length;
	}

	private static boolean isLonger(Port port, Port other) {
		long length = LatentShape.of(port).length();
		long classes = LatentShape.of(other).length();
		return length >= USUAL_LATENT && classes > 1 && classes <= USUAL_CLASSES && length >= 2 * classes;
	}

	private InvalidGraphException unclear(List<Port> ports, String unknown) {
		return PortErrors.unclear(ports, unknown, PortErrors.roles(ports, List.of("\"latent\"", "\"label\"")));
	}

	private Value input(Port port) {
		return this.graph.input(port.name()).orElseThrow();
	}

}
