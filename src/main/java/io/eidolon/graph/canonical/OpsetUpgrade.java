package io.eidolon.graph.canonical;

import java.util.List;
import java.util.Set;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import io.eidolon.graph.Attribute;
import io.eidolon.graph.Attributes;
import io.eidolon.graph.OnnxGraph;

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
	private static final long IR_VERSION = 8;

	private final NodeRewriter edit;

	private final long opset;

	private OpsetUpgrade(GraphProto graph, long opset) {
		this.edit = new NodeRewriter(graph);
		this.opset = opset;
	}

	/** Returns the graph in opset 17, or as it is when it is of a later one. */
	static OnnxGraph of(OnnxGraph graph) {
		ModelProto model = graph.model();
		long opset = model.getOpsetImport(0).getVersion();
		if (opset >= TARGET) {
			return graph;
		}
		OpsetUpgrade upgrade = new OpsetUpgrade(model.getGraph(), opset);
		model.getGraph().getNodeList().forEach(upgrade::add);
		return OnnxGraph.of(model.toBuilder()
			.setGraph(upgrade.edit.graph())
			.setIrVersion(Math.max(IR_VERSION, model.getIrVersion()))
			.clearOpsetImport()
			.addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(TARGET))
			.build());
	}

	private void add(NodeProto node) {
		boolean old = switch (node.getOpType()) {
			case "Upsample", "Slice" -> this.opset < SLICE_INPUTS;
			case "Resize", "Clip", "Pad", "Scatter" -> this.opset < RESIZE_INPUTS;
			case "Squeeze", "Unsqueeze", "ReduceSum", "Split", "Softmax", "LogSoftmax", "Hardmax", "Dropout",
					"BatchNormalization" ->
				this.opset < AXES_INPUTS;
			default -> false;
		};
		if (!old) {
			this.edit.add(node);
			return;
		}
		switch (node.getOpType()) {
			case "Upsample", "Resize" -> resize(node);
			case "Slice" -> slice(node);
			case "Clip" -> clip(node);
			case "Pad" -> pad(node);
			case "Scatter" -> this.edit.add(node.toBuilder().setOpType("ScatterElements").build());
			case "Split" -> axesInput(node, "split");
			case "Squeeze", "Unsqueeze", "ReduceSum" -> axesInput(node, "axes");
			case "Softmax", "LogSoftmax", "Hardmax" -> softmax(node);
			case "Dropout" -> this.edit.node("Identity", List.of(node.getInput(0)), node.getOutput(0));
			default -> this.edit.add(firstOutput(node));
		}
	}

	// Output i was input floor(i / scale).
	private void resize(NodeProto node) {
		this.edit.node("Resize", List.of(node.getInput(0), "", node.getInput(1)), node.getOutput(0),
				Attribute.text("mode", new Attributes(node).text("mode", "nearest")),
				Attribute.text("coordinate_transformation_mode", "asymmetric"),
				Attribute.text("nearest_mode", "floor"));
	}

	private void slice(NodeProto node) {
		NodeProto.Builder upgraded = without(node, "starts", "ends", "axes");
		upgraded.addInput(integers(node, "starts")).addInput(integers(node, "ends"));
		new Attributes(node).find("axes").ifPresent((axes) -> upgraded.addInput(integers(node, "axes")));
		this.edit.add(upgraded.build());
	}

	private void clip(NodeProto node) {
		NodeProto.Builder upgraded = without(node, "min", "max");
		upgraded.addInput(new Attributes(node).find("min").map((min) -> this.edit.scalar(min.getF())).orElse(""));
		new Attributes(node).find("max").ifPresent((max) -> upgraded.addInput(this.edit.scalar(max.getF())));
		this.edit.add(upgraded.build());
	}

	private void pad(NodeProto node) {
		NodeProto.Builder upgraded = without(node, "pads", "value").addInput(integers(node, "pads"));
		new Attributes(node).find("value").ifPresent((value) -> upgraded.addInput(this.edit.scalar(value.getF())));
		this.edit.add(upgraded.build());
	}

	private void axesInput(NodeProto node, String attribute) {
		NodeProto.Builder upgraded = without(node, attribute);
		new Attributes(node).find(attribute).ifPresent((axes) -> upgraded.addInput(integers(node, attribute)));
		this.edit.add(upgraded.build());
	}

	// Over all axes from this one on, as if they were one.
	private void softmax(NodeProto node) {
		String x = node.getInput(0);
		long axis = new Attributes(node).integer("axis", 1);
		String rows = this.edit.node("Flatten", List.of(x), Attribute.integer("axis", axis));
		String soft = this.edit.node(node.getOpType(), List.of(rows), Attribute.integer("axis", -1));
		this.edit.node("Reshape", List.of(soft, this.edit.node("Shape", List.of(x))), node.getOutput(0));
	}

	private static NodeProto firstOutput(NodeProto node) {
		return node.toBuilder().clearOutput().addOutput(node.getOutput(0)).build();
	}

	private String integers(NodeProto node, String attribute) {
		return this.edit
			.integers(new Attributes(node).integers(attribute).stream().mapToLong(Long::longValue).toArray());
	}

	private static NodeProto.Builder without(NodeProto node, String... names) {
		NodeProto.Builder upgraded = node.toBuilder().clearAttribute();
		node.getAttributeList()
			.stream()
			.filter((attribute) -> !Set.of(names).contains(attribute.getName()))
			.forEach(upgraded::addAttribute);
		return upgraded;
	}

}
