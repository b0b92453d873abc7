package io.eidolon.graph.ir;

import java.util.List;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.eidolon.graph.Attribute;
import io.eidolon.graph.Dimension;

/** Writes a graph as protobuf. Weights are shared, not copied. */
final class OnnxWriter {

	private OnnxWriter() {
	}

	static ModelProto write(Graph graph) {
		ModelProto.Builder model = graph.header().toBuilder();
		graph.opsets()
			.forEach((domain, version) -> model
				.addOpsetImport(OperatorSetIdProto.newBuilder().setDomain(domain).setVersion(version)));
		GraphProto.Builder body = model.getGraphBuilder();
		graph.nodes().forEach((node) -> body.addNode(write(node)));
		graph.inputs().forEach((input) -> body.addInput(write(input)));
		graph.outputs().forEach((output) -> body.addOutput(write(output)));
		for (Value value : graph.constants()) {
			if (!value.isUnused()) {
				value.constant().ifPresent((tensor) -> body.addInitializer(tensor.onnx(value.name())));
			}
		}
		return model.build();
	}

	private static NodeProto write(Node node) {
		NodeProto.Builder onnx = NodeProto.newBuilder().setOpType(node.operator());
		if (!node.domain().isEmpty()) {
			onnx.setDomain(node.domain());
		}
		if (!node.name().isEmpty()) {
			onnx.setName(node.name());
		}
		node.inputs().forEach((input) -> onnx.addInput(input.name()));
		node.outputs().forEach((output) -> onnx.addOutput(output.name()));
		node.attributes().all().stream().map(Attribute::onnx).forEach(onnx::addAttribute);
		return onnx.build();
	}

	private static ValueInfoProto write(Value port) {
		ValueInfoProto.Builder onnx = ValueInfoProto.newBuilder().setName(port.name());
		if (port.elementType() == DataType.UNDEFINED) {
			return onnx.build();
		}
		TypeProto.Tensor.Builder tensor = TypeProto.Tensor.newBuilder().setElemType(port.elementType().getNumber());
		List<Dimension> axes = port.shape();
		if (axes != null) {
			TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
			axes.forEach((axis) -> shape.addDim(write(axis)));
			tensor.setShape(shape);
		}
		return onnx.setType(TypeProto.newBuilder().setTensorType(tensor)).build();
	}

	private static TensorShapeProto.Dimension write(Dimension axis) {
		return switch (axis) {
			case Dimension.Fixed(long size) -> TensorShapeProto.Dimension.newBuilder().setDimValue(size).build();
			case Dimension.Dynamic(String name) -> name.isEmpty() ? TensorShapeProto.Dimension.getDefaultInstance()
					: TensorShapeProto.Dimension.newBuilder().setDimParam(name).build();
		};
	}

}
