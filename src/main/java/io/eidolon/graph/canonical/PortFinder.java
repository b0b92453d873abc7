package io.eidolon.graph.canonical;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.eidolon.graph.InvalidGraphException;
import io.eidolon.graph.canonical.GeneratorPorts.Hints;
import io.eidolon.graph.canonical.GeneratorPorts.LabelPort;
import io.eidolon.graph.canonical.GeneratorPorts.LatentPort;
import io.eidolon.graph.canonical.GeneratorPorts.SentencePort;
import io.eidolon.graph.canonical.GeneratorPorts.StrengthPort;
import io.eidolon.graph.ir.Graph;
import io.eidolon.graph.ir.Value;
import org.jspecify.annotations.Nullable;

/** Tells what the inputs of a graph look like for one image. */
final class PortFinder {

	private static final int MAX_DIMENSION = 65_536;

	private static final int MAX_CLASSES = 100_000;

	private final Graph graph;

	private final Hints hints;

	private final Map<Role, Port> roles;

	PortFinder(Graph graph, Hints hints) {
		this.graph = graph;
		this.hints = hints;
		this.roles = InputRoles.of(graph, hints);
	}

	/** The role of each input that has one, by its name. */
	Map<String, Role> roles() {
		Map<String, Role> byName = new HashMap<>();
		this.roles.forEach((role, port) -> byName.put(port.name(), role));
		return byName;
	}

	/** The input of latents. */
	LatentPort latent() {
		Port port = port(Role.LATENT).orElseThrow();
		if (!port.isReal()) {
			throw PortErrors.of(port, "no real numbers");
		}
		LatentShape shape = LatentShape.of(port);
		long dimension = shape.length();
		if (dimension == Port.OPEN) {
			Integer said = this.hints.dimension();
			dimension = (said != null) ? said
					: InputReaders.of(input(port))
						.width()
						.orElseThrow(() -> PortErrors.unclear(List.of(port), "a latent of no length",
								"\"latent\": { \"dimension\": 128 }"));
		}
		if (dimension < 1 || dimension > MAX_DIMENSION) {
			throw PortErrors.of(port, "a latent of %s numbers; 1 to %s can be".formatted(dimension, MAX_DIMENSION));
		}
		return new LatentPort(port.name(), port.type(), shape.withLength(dimension).row(), shape.batched(),
				(int) dimension);
	}

	/** The input of labels, null when there is none. */
	@Nullable LabelPort label() {
		return port(Role.LABEL).map(this::label).orElse(null);
	}

	/** The input of sentences, null when there is none. */
	@Nullable SentencePort sentence() {
		port(Role.STRENGTH).filter((port) -> port(Role.SENTENCE).isEmpty()).ifPresent((port) -> {
			throw PortErrors.of(port, "which is of no use without a sentence");
		});
		return port(Role.SENTENCE)
			.map((port) -> new SentencePort(port.name(), port.type(), row(port), (int) width(port)))
			.orElse(null);
	}

	/** The input of strengths, null when there is none. */
	@Nullable StrengthPort strength() {
		return port(Role.STRENGTH).map((port) -> {
			if (width(port) != 1) {
				throw PortErrors.of(port, "a strength of %s numbers; 1 is needed".formatted(width(port)));
			}
			return new StrengthPort(port.name(), port.type(), row(port));
		}).orElse(null);
	}

	private Optional<Port> port(Role role) {
		return Optional.ofNullable(this.roles.get(role));
	}

	private static List<Long> row(Port port) {
		return List.of(1L, width(port));
	}

	private static long width(Port port) {
		if (port.shape().size() != 2 || port.shape().get(1) < 1 || port.shape().get(1) > MAX_DIMENSION) {
			throw PortErrors.of(port, "not of shape (N, 1 to %s)".formatted(MAX_DIMENSION));
		}
		return port.shape().get(1);
	}

	private LabelPort label(Port port) {
		InputReaders readers = InputReaders.of(input(port));
		List<Long> shape = new ArrayList<>(port.axesOr(Port.OPEN));
		long choices = readers.isIndex() ? 1 : choices(port, shape, readers);
		boolean oneHot = choices > 1;
		long classes = oneHot ? choices : readers.classes().orElse(0L);
		Integer said = this.hints.classes();
		if (classes == 0 && said != null) {
			classes = said;
		}
		if (classes < 1) {
			throw PortErrors.unclear(List.of(port), "a label of unknown classes, or a number that is always the same",
					"\"classes\": [\"first\", \"second\"] } or { " + PortErrors.number(port));
		}
		if (classes > MAX_CLASSES) {
			throw PortErrors.of(port, "a label of %s classes; %s are the most".formatted(classes, MAX_CLASSES));
		}
		boolean batched = !shape.isEmpty();
		shape.replaceAll((size) -> 1L);
		if (oneHot) {
			shape.set(oneHotAxis(port), choices);
		}
		return new LabelPort(port.name(), port.type(), List.copyOf(shape), batched, (int) classes, oneHot);
	}

	// How many numbers a label has, of which one is set.
	private long choices(Port port, List<Long> shape, InputReaders readers) {
		if (shape.size() < 2) {
			return 1;
		}
		LatentShape numbers = LatentShape.of(port);
		if (numbers.length() != Port.OPEN) {
			return numbers.batched() ? numbers.length() : 1;
		}
		Integer said = this.hints.classes();
		return (said != null) ? said : readers.width().orElse(1L);
	}

	private static int oneHotAxis(Port port) {
		return LatentShape.of(port).axis();
	}

	private Value input(Port port) {
		return this.graph.input(port.name())
			.orElseThrow(() -> new InvalidGraphException("The graph has no input " + port.name()));
	}

}
