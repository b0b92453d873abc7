package io.eidolon.graph.shape;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;

/** The rule of each operator that is known. */
final class ShapeRules {

	private static final ShapeRule UNKNOWN = (node) -> List.of();

	private static final Map<String, ShapeRule> RULES = new HashMap<>();

	static {
		add(ShapeRules::sameShape, "Relu", "LeakyRelu", "Elu", "Selu", "Celu", "Gelu", "HardSigmoid", "HardSwish",
				"Mish", "Swish", "ThresholdedRelu", "Sigmoid", "Tanh", "Softplus", "Softsign", "Shrink", "Exp", "Log",
				"Sqrt", "Reciprocal", "Abs", "Sign", "Round", "Sin", "Cos", "Tan", "Sinh", "Cosh", "Asin", "Acos",
				"Atan", "Asinh", "Acosh", "Atanh", "Erf", "Clip", "Softmax", "LogSoftmax", "Hardmax", "Dropout",
				"BatchNormalization", "InstanceNormalization", "LayerNormalization", "RMSNormalization", "LRN",
				"LpNormalization", "MeanVarianceNormalization", "CumSum", "Trilu", "ScatterElements", "ScatterND",
				"BitwiseNot", "RotaryEmbedding", "RandomNormalLike", "RandomUniformLike", "Bernoulli");
		add((node) -> List.of(InferredTensor.of(DataType.BOOL, node.shape(0))), "IsNaN", "IsInf");
		add((node) -> {
			if (node.integer("num_groups", 1) < 1) {
				throw node.wrong("has no groups");
			}
			return sameShape(node);
		}, "GroupNormalization");
		add((node) -> List.of(InferredTensor.of(DataType.FLOAT,
				node.attributes().has("shape") ? node.attributes().integers("shape") : null)), "RandomNormal",
				"RandomUniform");
		ConstantRules.addTo(RULES);
		BroadcastRules.addTo(RULES);
		ConvolutionRules.addTo(RULES);
		LayoutRules.addTo(RULES);
		ResizeRules.addTo(RULES);
		SelectionRules.addTo(RULES);
		ReductionRules.addTo(RULES);
		SequenceRules.addTo(RULES);
		QuantisedRules.addTo(RULES);
		RULES.put("Einsum", EinsumRule::apply);
	}

	private ShapeRules() {
	}

	static ShapeRule of(String operator) {
		return RULES.getOrDefault(operator, UNKNOWN);
	}

	private static List<InferredTensor> sameShape(ShapedNode node) {
		return List.of(InferredTensor.of(node.input(0).type(), node.shape(0)));
	}

	private static void add(ShapeRule rule, String... operators) {
		for (String operator : operators) {
			RULES.put(operator, rule);
		}
	}

}
