package io.eidolon.graph.canonical;

import java.util.List;

import io.eidolon.graph.Attribute;
import io.eidolon.graph.ir.Attributes;
import io.eidolon.graph.ir.Graph;
import io.eidolon.graph.ir.Node;
import io.eidolon.graph.ir.NodeWriter;
import io.eidolon.graph.ir.Value;

/**
 * Writes a graph of opset 9 to 16 as one of opset 17, so that what comes after knows one
 * dialect. Between them settings moved from attributes to inputs (Slice 10, Clip and Pad
 * 11, Squeeze, Unsqueeze, ReduceSum and Split 13), Upsample became Resize (10, 11), and
 * Softmax stopped to flatten its input (13); see the ONNX operator changelog.
 */
final class OpsetUpgrade {

	private static final long TARGET = 17;

	/** The first opset with Slice as it is now. */
	private static final long SLICE_INPUTS = 10;

	/** The first opset with Clip, Pad and Resize as they are now. */
	private static final long RESIZE_INPUTS = 11;

	/** The first opset with Squeeze, Split, ReduceSum and Softmax as they are now. */
	private static final long AXES_INPUTS = 13;

	/** The file format of opset 17. */
	private static final long FILE_FORMAT = 8;

	private final Graph graph;

	private final long opset;

	private OpsetUpgrade(Graph graph) {
		this.graph = graph;
		this.opset = graph.opset();
	}

	/**
	 * Brings a graph to opset 17, unless it is of a later one.
	 * @return does the same to nodes that come in later
	 */
	static OpsetUpgrade apply(Graph graph) {
		OpsetUpgrade upgrade = new OpsetUpgrade(graph);
		upgrade.apply(graph.nodes());
		if (upgrade.opset < TARGET) {
			graph.requireFormat(FILE_FORMAT);
			graph.setOpset("", TARGET);
		}
		return upgrade;
	}

	/** Writes nodes of the opset that the graph was of as those of opset 17. */
	void apply(List<Node> nodes) {
		if (this.opset < TARGET) {
			nodes.stream().filter(this::isOld).forEach(this::upgrade);
		}
	}

	private boolean isOld(Node node) {
		return switch (node.operator()) {
			case "Upsample", "Slice" -> this.opset < SLICE_INPUTS;
			case "Resize", "Clip", "Pad", "Scatter" -> this.opset < RESIZE_INPUTS;
			case "Squeeze", "Unsqueeze", "ReduceSum", "Split", "Softmax", "LogSoftmax", "Hardmax", "Dropout",
					"BatchNormalization" ->
				this.opset < AXES_INPUTS;
			default -> false;
		};
	}

	private void upgrade(Node node) {
		switch (node.operator()) {
			case "Upsample", "Resize" -> resize(node);
			case "Slice" -> moveToInputs(node, "starts", "ends", "axes");
			case "Clip" -> clip(node);
			case "Pad" -> pad(node);
			case "Scatter" -> node.setOperator("ScatterElements");
			case "Split" -> moveToInputs(node, "split");
			case "Squeeze", "Unsqueeze", "ReduceSum" -> moveToInputs(node, "axes");
			case "Softmax", "LogSoftmax", "Hardmax" -> softmax(node);
			case "Dropout" -> {
				node.setOperator("Identity");
				node.setInputs(List.of(node.input(0)));
				node.setAttributes(Attributes.of());
				node.keepFirstOutput();
			}
			default -> node.keepFirstOutput();
		}
	}

	// Output i was input floor(i / scale).
	private void resize(Node node) {
		node.setOperator("Resize");
		node.setInputs(List.of(node.input(0), Value.ABSENT, node.input(1)));
		node.setAttributes(Attributes.of(Attribute.text("mode", node.attributes().text("mode", "nearest")),
				Attribute.text("coordinate_transformation_mode", "asymmetric"),
				Attribute.text("nearest_mode", "floor")));
	}

	private void moveToInputs(Node node, String... names) {
		Attributes attributes = node.attributes();
		node.setAttributes(attributes.without(names));
		for (String name : names) {
			if (attributes.has(name)) {
				node.addInput(
						writer(node).integers(attributes.integers(name).stream().mapToLong(Long::longValue).toArray()));
			}
		}
	}

	private void clip(Node node) {
		Attributes attributes = node.attributes();
		node.setAttributes(attributes.without("min", "max"));
		node.addInput(attributes.has("min") ? writer(node).scalar(attributes.real("min", 0)) : Value.ABSENT);
		if (attributes.has("max")) {
			node.addInput(writer(node).scalar(attributes.real("max", 0)));
		}
	}

	private void pad(Node node) {
		Attributes attributes = node.attributes();
		moveToInputs(node, "pads");
		node.setAttributes(node.attributes().without("value"));
		if (attributes.has("value")) {
			node.addInput(writer(node).scalar(attributes.real("value", 0)));
		}
	}

	// Over all axes from this one on, as if they were one.
	private void softmax(Node node) {
		Value x = node.input(0);
		NodeWriter writer = writer(node);
		Value rows = writer.node("Flatten", List.of(x),
				Attribute.integer("axis", node.attributes().integer("axis", 1)));
		Value soft = writer.node(node.operator(), List.of(rows), Attribute.integer("axis", -1));
		this.graph.replace(node.output(), writer.node("Reshape", soft, writer.node("Shape", x)));
		this.graph.remove(node);
	}

	private NodeWriter writer(Node node) {
		return NodeWriter.before(node, this.graph, "canonical/");
	}

}
