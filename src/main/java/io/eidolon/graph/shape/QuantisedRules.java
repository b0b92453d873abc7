package io.eidolon.graph.shape;

import java.util.List;
import java.util.Map;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;

/** Operators on 8-bit integers, as quantising tools write them. */
final class QuantisedRules {

	private QuantisedRules() {
	}

	static void addTo(Map<String, ShapeRule> rules) {
		rules.put("QuantizeLinear", (node) -> List
			.of(InferredTensor.of(node.has(2) ? node.input(2).type() : DataType.UINT8, node.shape(0))));
		rules.put("DequantizeLinear", (node) -> List.of(InferredTensor.of(node.input(1).type(), node.shape(0))));
		rules.put("DynamicQuantizeLinear", (node) -> List.of(InferredTensor.of(DataType.UINT8, node.shape(0)),
				InferredTensor.of(DataType.FLOAT, List.of()), InferredTensor.of(DataType.UINT8, List.of())));
		rules.put("MatMulInteger",
				(node) -> List.of(InferredTensor.of(DataType.INT32, ConvolutionRules.product(node, 1))));
		rules.put("QLinearMatMul",
				(node) -> List.of(InferredTensor.of(node.input(7).type(), ConvolutionRules.product(node, 3))));
		rules.put("ConvInteger", (node) -> ConvolutionRules.convolution(node, 1, DataType.INT32));
		rules.put("QLinearConv", (node) -> ConvolutionRules.convolution(node, 3, node.input(7).type()));
	}

}
