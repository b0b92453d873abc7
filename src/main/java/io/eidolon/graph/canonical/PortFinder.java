package io.eidolon.graph.canonical;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.eidolon.graph.InvalidGraphException;
import io.eidolon.graph.canonical.GeneratorPorts.Hints;
import io.eidolon.graph.canonical.GeneratorPorts.ImagePort;
import io.eidolon.graph.canonical.GeneratorPorts.LabelPort;
import io.eidolon.graph.canonical.GeneratorPorts.LatentPort;
import io.eidolon.graph.canonical.GeneratorPorts.SentencePort;
import io.eidolon.graph.canonical.GeneratorPorts.StrengthPort;
import io.eidolon.graph.ir.Graph;
import io.eidolon.graph.ir.Value;
import io.eidolon.graph.shape.Shapes;
import io.eidolon.modelcard.PortNames;
import org.jspecify.annotations.Nullable;

/** Tells what each input and output of a graph is for. */
final class PortFinder {

	private static final Set<DataType> REALS = Set.of(DataType.FLOAT, DataType.FLOAT16, DataType.DOUBLE);

	private static final Set<DataType> INDICES = Set.of(DataType.INT64, DataType.INT32);

	private static final Pattern LABEL_NAME = Pattern
		.compile("(?i).*(label|class|cond|one.?hot|categor|attr).*|y|c|input_2");

	private static final Pattern LATENT_NAME = Pattern.compile("(?i).*(latent|noise|random).*|z|input_1");

	private static final Set<String> TEXT_NAMES = Set.of(PortNames.SENTENCE, PortNames.STRENGTH);

	private static final int MAX_DIMENSION = 65_536;

	private static final int MAX_CLASSES = 100_000;

	private final Graph graph;

	private final Hints hints;

	/** The inputs but those of texts, which their names alone tell. */
	private final List<Port> inputs;

	private final Map<String, Port> texts;

	PortFinder(Graph graph, Hints hints) {
		this.graph = graph;
		this.hints = hints;
		this.texts = graph.inputs()
			.stream()
			.map(Port::of)
			.filter(PortFinder::isText)
			.collect(Collectors.toMap(Port::name, Function.identity()));
		this.inputs = graph.inputs().stream().map(Port::of).filter((port) -> !isText(port)).toList();
	}

	private static boolean isText(Port port) {
		return TEXT_NAMES.contains(port.name()) && REALS.contains(port.type());
	}

	/** The input of sentences, null when there is none. */
	@Nullable SentencePort sentence() {
		Port port = this.texts.get(PortNames.SENTENCE);
		if (port == null) {
			if (!this.texts.isEmpty()) {
				throw refused(this.texts.get(PortNames.STRENGTH), "which is of no use without a sentence");
			}
			return null;
		}
		return new SentencePort(port.name(), port.type(), row(port), (int) width(port));
	}

	/** The input of strengths, null when there is none. */
	@Nullable StrengthPort strength() {
		Port port = this.texts.get(PortNames.STRENGTH);
		if (port != null && width(port) != 1) {
			throw refused(port, "a strength of %d numbers; 1 is needed".formatted(width(port)));
		}
		return (port != null) ? new StrengthPort(port.name(), port.type(), row(port)) : null;
	}

	private static List<Long> row(Port port) {
		return List.of(one(port), width(port));
	}

	private static long width(Port port) {
		if (port.shape().size() != 2 || port.shape().get(1) < 1 || port.shape().get(1) > MAX_DIMENSION) {
			throw refused(port, "not of shape (N, 1 to %d)".formatted(MAX_DIMENSION));
		}
		return port.shape().get(1);
	}

	/** The input of latents. */
	LatentPort latent() {
		for (Port port : this.inputs) {
			if (REALS.contains(port.type()) && port.hasExtent()) {
				throw refused(port, "a picture");
			}
			if (!REALS.contains(port.type()) && (!INDICES.contains(port.type()) || port.shape().size() > 2
					|| port.shape().size() == 2 && port.shape().get(1) != 1)) {
				throw refused(port,
						INDICES.contains(port.type()) ? "a sequence, such as a text" : "no numbers to generate from");
			}
		}
		if (this.inputs.size() > 2 || this.inputs.stream().noneMatch((port) -> REALS.contains(port.type()))) {
			throw refused(null, "takes " + (this.inputs.isEmpty() ? "nothing" : names(this.inputs)));
		}
		return latent(latentInput());
	}

	/** The input of labels, null when there is none. */
	@Nullable LabelPort label(LatentPort latent) {
		for (Port port : this.inputs) {
			if (!port.name().equals(latent.input())) {
				return label(port);
			}
		}
		return null;
	}

	/** The first output that is an image. */
	ImagePort image(Shapes shapes) {
		List<String> found = new ArrayList<>();
		for (Value output : this.graph.outputs()) {
			List<Long> shape = shapes.of(output).orElse(List.of());
			ImagePort port = ImageShapes.port(output.name(), shapes.type(output), shape, this.hints);
			if (port != null) {
				return port;
			}
			found.add(new Port(output.name(), shapes.type(output), shape).toString());
		}
		throw new InvalidGraphException(
				"The graph gives %s; a generator gives pictures of 1 or 3 channels, such as float (N, 3, H, W)"
					.formatted(String.join(", ", found)));
	}

	private Port latentInput() {
		List<Port> reals = this.inputs.stream().filter((port) -> REALS.contains(port.type())).toList();
		if (reals.size() == 1) {
			return reals.getFirst();
		}
		List<Port> named = reals.stream().filter((port) -> LATENT_NAME.matcher(port.name()).matches()).toList();
		if (named.size() != 1) {
			named = reals.stream().filter((port) -> !LABEL_NAME.matcher(port.name()).matches()).toList();
		}
		if (named.size() != 1) {
			throw refused(null, "takes %s, and which is which the names do not tell (z and label would)"
				.formatted(names(this.inputs)));
		}
		return named.getFirst();
	}

	private LatentPort latent(Port port) {
		List<Long> shape = new ArrayList<>(port.shape());
		int rank = shape.size();
		if (rank == 0 || rank == 3 || rank > 4) {
			throw refused(port, "no latent of 1, 2 or 4 axes");
		}
		if (rank > 1) {
			shape.set(0, one(port));
		}
		int axis = (rank == 1) ? 0 : 1;
		long dimension = shape.get(axis);
		if (dimension == Port.OPEN) {
			dimension = InputReaders.width(input(port)).orElseGet(() -> {
				if (this.hints.dimension() == null) {
					throw refused(port, "a latent of no length; say it as latent.dimension in model.json");
				}
				return (long) this.hints.dimension();
			});
		}
		if (dimension < 1 || dimension > MAX_DIMENSION) {
			throw refused(port, "a latent of %d numbers; 1 to %d can be".formatted(dimension, MAX_DIMENSION));
		}
		shape.set(axis, dimension);
		for (int i = 2; i < rank; i++) {
			shape.set(i, 1L);
		}
		return new LatentPort(port.name(), port.type(), List.copyOf(shape), (int) dimension);
	}

	private LabelPort label(Port port) {
		boolean oneHot = REALS.contains(port.type());
		List<Long> shape = new ArrayList<>(port.shape());
		if (shape.size() > 2 || oneHot && shape.size() != 2) {
			throw refused(port, "neither a latent nor a label, (N) or one-hot (N, K)");
		}
		if (!shape.isEmpty()) {
			shape.set(0, one(port));
		}
		Long classes = oneHot && shape.get(1) != Port.OPEN ? shape.get(1)
				: InputReaders.classes(input(port)).orElse(null);
		if (classes == null) {
			classes = (this.hints.classes() != null) ? (long) this.hints.classes() : 0;
		}
		if (classes < 1 || classes > MAX_CLASSES) {
			throw refused(port, "a label of %d classes; list them as classes in model.json".formatted(classes));
		}
		if (oneHot) {
			shape.set(1, classes);
		}
		return new LabelPort(port.name(), port.type(), List.copyOf(shape), classes.intValue(), oneHot);
	}

	private Value input(Port port) {
		return this.graph.input(port.name()).orElseThrow();
	}

	private static long one(Port port) {
		long batch = port.shape().getFirst();
		if (batch != Port.OPEN && batch != 1) {
			throw refused(port, "a batch of just %d; 1 or any is needed".formatted(batch));
		}
		return 1;
	}

	private static InvalidGraphException refused(@Nullable Port port, String found) {
		return new InvalidGraphException(
				"The graph %s; a generator takes a latent, such as z float (N, 128), and maybe "
					.formatted((port != null) ? "takes %s, %s".formatted(port, found) : found)
						+ "a label, int64 (N) or one-hot");
	}

	private static String names(List<Port> ports) {
		return ports.stream().map(Port::toString).collect(Collectors.joining(", "));
	}

}
