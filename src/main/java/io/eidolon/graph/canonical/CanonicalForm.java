package io.eidolon.graph.canonical;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.eidolon.graph.Attribute;
import io.eidolon.graph.Dimension;
import io.eidolon.graph.OnnxGraph;
import io.eidolon.graph.canonical.GeneratorPorts.Hints;
import io.eidolon.graph.canonical.GeneratorPorts.LabelPort;
import io.eidolon.graph.canonical.GeneratorPorts.LatentPort;
import io.eidolon.graph.canonical.GeneratorPorts.Layout;
import io.eidolon.graph.canonical.GeneratorPorts.ImagePort;
import io.eidolon.graph.canonical.GeneratorPorts.SentencePort;
import io.eidolon.graph.canonical.GeneratorPorts.StrengthPort;
import io.eidolon.graph.ir.Graph;
import io.eidolon.graph.ir.NodeWriter;
import io.eidolon.graph.ir.Constant;
import io.eidolon.graph.ir.TensorType;
import io.eidolon.graph.ir.Value;
import io.eidolon.modelcard.PortNames;

/**
 * Gives a generator the ports that the service knows: {@code z} float (N, D), for a
 * class-conditional one {@code label} int64 (N), for one that takes texts
 * {@code sentence} float (N, S) and maybe {@code strength} float (N, 1), to {@code image}
 * float (N, C, H, W). N is 1 for a generator that makes one image in a run. Values
 * between stay as they are; what the image does not depend on is left out.
 */
public final class CanonicalForm {

	/** Takes as many as there are elements for. */
	private static final long BATCH = -1;

	private final Graph graph;

	private final GeneratorPorts ports;

	private final NodeWriter front;

	private final Dimension batch;

	private CanonicalForm(Graph graph, GeneratorPorts ports) {
		this.graph = graph;
		this.ports = ports;
		this.front = NodeWriter.atStart(graph, "canonical/");
		this.batch = ports.batches() ? Dimension.BATCH : Dimension.fixed(1);
	}

	/**
	 * Writes a graph of any supported opset and precision as one of opset 17 or later, in
	 * floats.
	 */
	public static OnnxGraph upgraded(OnnxGraph source) {
		return upgraded(source, Hints.NONE);
	}

	/**
	 * Writes a graph of any supported opset and precision as one of opset 17 or later, in
	 * floats, without branches that are always the same, and without inputs that its card
	 * gives a number.
	 * @param hints what its card says
	 */
	public static OnnxGraph upgraded(OnnxGraph source, Hints hints) {
		Graph graph = Graph.of(source);
		FixedInputs.apply(graph, hints);
		OpsetUpgrade upgrade = OpsetUpgrade.apply(graph);
		if (!graph.nodes("If").isEmpty()) {
			ConstantBranches.inline(graph, Map.of(), upgrade);
			ConstantBranches.inline(graph, InputRows.guessed(graph, hints), upgrade);
		}
		SinglePrecision.apply(graph);
		return graph.onnx();
	}

	/**
	 * Adapts a graph of opset 17 or later to its ports.
	 */
	public static OnnxGraph of(OnnxGraph source, GeneratorPorts ports) {
		Graph graph = Graph.of(source);
		new CanonicalForm(graph, ports).adapt();
		return graph.onnx();
	}

	/** The same canonical graph, making one image in a run. */
	public static OnnxGraph oneByOne(OnnxGraph canonical) {
		Graph graph = Graph.of(canonical);
		Stream.concat(graph.inputs().stream(), graph.outputs().stream())
			.forEach((port) -> port.declare(port.type().withBatch(Dimension.fixed(1))));
		return graph.onnx();
	}

	private void adapt() {
		List<Adapted> adapted = new ArrayList<>();
		LatentPort latent = this.ports.latent();
		adapted.add(new Adapted(value(latent.input()), PortNames.LATENT,
				type(DataType.FLOAT, Dimension.fixed(latent.dimension())),
				(z) -> reshaped(z, latent.type(), latent.shape(), latent.batched())));
		LabelPort label = this.ports.label();
		if (label != null) {
			adapted
				.add(new Adapted(value(label.input()), PortNames.LABEL, type(DataType.INT64), (index) -> label.oneHot()
						? oneHot(index, label) : reshaped(index, label.type(), label.shape(), label.batched())));
		}
		SentencePort sentence = this.ports.sentence();
		if (sentence != null) {
			adapted.add(new Adapted(value(sentence.input()), PortNames.SENTENCE,
					type(DataType.FLOAT, Dimension.fixed(sentence.dimension())),
					(row) -> reshaped(row, sentence.type(), sentence.shape(), true)));
		}
		StrengthPort strength = this.ports.strength();
		if (strength != null) {
			adapted
				.add(new Adapted(value(strength.input()), PortNames.STRENGTH, type(DataType.FLOAT, Dimension.fixed(1)),
						(row) -> reshaped(row, strength.type(), strength.shape(), true)));
		}
		Value image = image(this.ports.image(), value(this.ports.image().output()));
		List<Value> inputs = adapted.stream().map(this::input).toList();
		this.graph.value(PortNames.LABEL)
			.filter((value) -> !inputs.contains(value))
			.ifPresent((value) -> this.graph.free(PortNames.LABEL));
		this.graph.setInputs(inputs);
		this.graph.setOutputs(List.of(image));
		this.graph.rename(image, PortNames.IMAGE);
		this.graph.removeUnused();
	}

	private Value value(String name) {
		return this.graph.value(name).orElseThrow();
	}

	private TensorType type(DataType element, Dimension... axes) {
		return TensorType.of(element, Stream.concat(Stream.of(this.batch), Stream.of(axes)).toArray(Dimension[]::new));
	}

	/** The input where it is declared so already; or else one that is adapted to it. */
	private Value input(Adapted adapted) {
		Value port = adapted.port();
		List<Dimension> axes = port.shape();
		int rank = Objects.requireNonNull(adapted.type().shape()).size();
		boolean batched = axes != null && !this.ports.latent().input().equals(port.name())
				|| this.ports.latent().batched();
		if (port.elementType() == adapted.type().element() && axes != null && axes.size() == rank && batched) {
			port.declare(adapted.type());
			this.graph.rename(port, adapted.name());
			return port;
		}
		Value input = this.graph.addInput(adapted.name(), adapted.type());
		this.graph.replace(port, adapted.adapt().apply(input));
		return input;
	}

	private Value reshaped(Value input, DataType type, List<Long> row, boolean batched) {
		long[] shape = row.stream().mapToLong(Long::longValue).toArray();
		if (batched) {
			shape[0] = BATCH;
		}
		return this.front.cast(this.front.reshape(input, shape), type);
	}

	private Value oneHot(Value label, LabelPort port) {
		Value row = this.front.node("OneHot", List.of(label, this.front.constant(Constant.integer(port.classes())),
				this.front.constant(Constant.floats(new float[] { 0, 1 }, 2))), Attribute.integer("axis", -1));
		return reshaped(row, port.type(), port.shape(), port.batched());
	}

	private Value image(ImagePort picture, Value made) {
		Value image = channelsFirst(picture, made);
		image.declare(type(DataType.FLOAT, Dimension.fixed(picture.channels()), Dimension.fixed(picture.height()),
				Dimension.fixed(picture.width())));
		return image;
	}

	private Value channelsFirst(ImagePort picture, Value made) {
		NodeWriter writer = NodeWriter.atEnd(this.graph, "canonical/");
		if (picture.type() == DataType.FLOAT && picture.layout() == Layout.CHANNELS_FIRST
				&& picture.shape().size() == 4) {
			return made.producer().isPresent() ? made : writer.node("Identity", made);
		}
		Value image = writer.cast(made, DataType.FLOAT);
		if (picture.layout() == Layout.CHANNELS_FIRST) {
			return writer.reshape(image, BATCH, picture.channels(), picture.height(), picture.width());
		}
		Value pixels = writer.reshape(image, BATCH, picture.height(), picture.width(), picture.channels());
		return writer.transpose(pixels, 0, 3, 1, 2);
	}

	/**
	 * An input and what is to become of it.
	 *
	 * @param port the input as it is
	 * @param name what it is to be called
	 * @param type what it is to be
	 * @param adapt makes of that what the input was
	 */
	private record Adapted(Value port, String name, TensorType type, UnaryOperator<Value> adapt) {

	}

}
