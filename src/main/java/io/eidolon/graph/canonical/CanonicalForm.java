package io.eidolon.graph.canonical;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.eidolon.graph.Attribute;
import io.eidolon.graph.OnnxGraph;
import io.eidolon.graph.canonical.GeneratorPorts.LabelPort;
import io.eidolon.graph.canonical.GeneratorPorts.LatentPort;
import io.eidolon.graph.canonical.GeneratorPorts.Layout;
import io.eidolon.graph.canonical.GeneratorPorts.PicturePort;
import io.eidolon.modelcard.ModelCard;

/**
 * Gives a generator the ports that the service knows: {@code z} float (N, D), for a
 * class-conditional one {@code label} int64 (N), to {@code image} float (N, C, H, W). N
 * is 1 for a generator that draws one picture in a run. Values between stay as they are;
 * what the picture does not depend on is left out.
 */
public final class CanonicalForm {

	/** Takes as many as there are elements for. */
	private static final long BATCH = -1;

	private final GraphProto graph;

	private final GeneratorPorts ports;

	private final NodeRewriter edit;

	private CanonicalForm(GraphProto graph, GeneratorPorts ports) {
		this.graph = graph;
		this.ports = ports;
		this.edit = new NodeRewriter(graph);
	}

	/**
	 * Writes a graph of any supported opset and precision as one of opset 17 or later, in
	 * floats.
	 */
	public static OnnxGraph upgraded(OnnxGraph graph) {
		return SinglePrecision.of(OpsetUpgrade.of(graph));
	}

	/**
	 * Adapts a graph of opset 17 or later to its ports.
	 */
	public static OnnxGraph of(OnnxGraph graph, GeneratorPorts ports) {
		GraphProto canonical = new CanonicalForm(graph.model().getGraph(), ports).build();
		return OnnxGraph.of(graph.model().toBuilder().setGraph(canonical).build());
	}

	/** The same canonical graph, drawing one picture in a run. */
	public static OnnxGraph oneByOne(OnnxGraph canonical) {
		ModelProto.Builder model = canonical.model().toBuilder();
		GraphProto.Builder graph = model.getGraphBuilder();
		Stream.concat(graph.getInputBuilderList().stream(), graph.getOutputBuilderList().stream())
			.forEach((port) -> port.getTypeBuilder()
				.getTensorTypeBuilder()
				.getShapeBuilder()
				.getDimBuilder(0)
				.setDimValue(1));
		return OnnxGraph.of(model.build());
	}

	private GraphProto build() {
		LatentPort latent = this.ports.latent();
		LabelPort label = this.ports.label();
		PicturePort picture = this.ports.picture();
		Map<String, String> names = new HashMap<>();
		for (String taken : List.of(ModelCard.LATENT_INPUT, ModelCard.LABEL_INPUT, ModelCard.IMAGE_OUTPUT)) {
			names.put(taken, this.edit.fresh(taken));
		}
		names.put(latent.input(), isCanonical(latent) ? ModelCard.LATENT_INPUT : this.edit.fresh("canonical/latent"));
		if (label != null) {
			names.put(label.input(), isCanonical(label) ? ModelCard.LABEL_INPUT : this.edit.fresh("canonical/label"));
		}
		names.put(picture.output(), isCanonical(picture) ? ModelCard.IMAGE_OUTPUT : this.edit.fresh("canonical/image"));

		if (!isCanonical(latent)) {
			adapt(latent, names.getOrDefault(latent.input(), ""));
		}
		if (label != null && !isCanonical(label)) {
			adapt(label, names.getOrDefault(label.input(), ""));
		}
		this.graph.getNodeList().forEach((node) -> this.edit.add(NodeRewriter.renamed(node, names)));
		if (!isCanonical(picture)) {
			adapt(picture, names.getOrDefault(picture.output(), ""));
		}
		return declared(pruned(names));
	}

	private static boolean isCanonical(LatentPort latent) {
		return latent.type() == DataType.FLOAT && latent.shape().size() == 2;
	}

	private static boolean isCanonical(LabelPort label) {
		return label.type() == DataType.INT64 && label.shape().size() == 1;
	}

	private static boolean isCanonical(PicturePort picture) {
		return picture.type() == DataType.FLOAT && picture.layout() == Layout.CHANNELS_FIRST
				&& picture.shape().size() == 4;
	}

	private void adapt(LatentPort latent, String to) {
		List<Long> shape = new ArrayList<>(latent.shape());
		if (shape.size() > 1) {
			shape.set(0, BATCH);
		}
		String reshaped = this.edit.node("Reshape", List.of(ModelCard.LATENT_INPUT, integers(shape)));
		cast(reshaped, latent.type(), to);
	}

	private void adapt(LabelPort label, String to) {
		if (label.oneHot()) {
			String row = this.edit.node("OneHot",
					List.of(ModelCard.LABEL_INPUT, this.edit.integer(label.classes()), this.edit.vector(0, 1)),
					Attribute.integer("axis", -1));
			cast(row, label.type(), to);
			return;
		}
		List<Long> shape = new ArrayList<>(label.shape());
		if (!shape.isEmpty()) {
			shape.set(0, BATCH);
		}
		String reshaped = this.edit.node("Reshape", List.of(ModelCard.LABEL_INPUT, integers(shape)));
		cast(reshaped, label.type(), to);
	}

	private void adapt(PicturePort picture, String from) {
		String image = this.edit.node("Cast", List.of(from), Attribute.integer("to", DataType.FLOAT.getNumber()));
		if (picture.layout() == Layout.CHANNELS_FIRST) {
			this.edit.node("Reshape",
					List.of(image, this.edit.integers(BATCH, picture.channels(), picture.height(), picture.width())),
					ModelCard.IMAGE_OUTPUT);
			return;
		}
		String pixels = this.edit.node("Reshape",
				List.of(image, this.edit.integers(BATCH, picture.height(), picture.width(), picture.channels())));
		this.edit.node("Transpose", List.of(pixels), ModelCard.IMAGE_OUTPUT, Attribute.integers("perm", 0, 3, 1, 2));
	}

	private void cast(String from, DataType type, String to) {
		this.edit.node("Cast", List.of(from), to, Attribute.integer("to", type.getNumber()));
	}

	private String integers(List<Long> values) {
		return this.edit.integers(values.stream().mapToLong(Long::longValue).toArray());
	}

	// Runtimes compute what nobody reads.
	private GraphProto pruned(Map<String, String> names) {
		GraphProto.Builder built = this.edit.graph();
		Set<String> read = new HashSet<>(Set.of(ModelCard.IMAGE_OUTPUT));
		List<NodeProto> kept = new ArrayList<>();
		for (NodeProto node : built.getNodeList().reversed()) {
			if (node.getOutputList().stream().anyMatch(read::contains)) {
				read.addAll(node.getInputList());
				kept.add(node);
			}
		}
		List<TensorProto> weights = built.getInitializerList()
			.stream()
			.map((tensor) -> tensor.toBuilder().setName(names.getOrDefault(tensor.getName(), tensor.getName())).build())
			.filter((tensor) -> read.contains(tensor.getName()))
			.toList();
		return built.clearNode().addAllNode(kept.reversed()).clearInitializer().addAllInitializer(weights).build();
	}

	private GraphProto declared(GraphProto built) {
		PicturePort picture = this.ports.picture();
		GraphProto.Builder declared = built.toBuilder().clearInput().clearOutput();
		declared.addInput(value(ModelCard.LATENT_INPUT, DataType.FLOAT, this.ports.latent().dimension()));
		if (this.ports.label() != null) {
			declared.addInput(value(ModelCard.LABEL_INPUT, DataType.INT64));
		}
		return declared
			.addOutput(value(ModelCard.IMAGE_OUTPUT, DataType.FLOAT, picture.channels(), picture.height(),
					picture.width()))
			.build();
	}

	private ValueInfoProto value(String name, DataType type, long... axes) {
		TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
		if (this.ports.batches()) {
			shape.addDimBuilder().setDimParam("N");
		}
		else {
			shape.addDimBuilder().setDimValue(1);
		}
		for (long axis : axes) {
			shape.addDimBuilder().setDimValue(axis);
		}
		return ValueInfoProto.newBuilder()
			.setName(name)
			.setType(TypeProto.newBuilder()
				.setTensorType(TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(shape)))
			.build();
	}

}
