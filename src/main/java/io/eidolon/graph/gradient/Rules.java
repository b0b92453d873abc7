package io.eidolon.graph.gradient;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import ai.onnx.proto.OnnxMl.NodeProto;

/** The rules there are, in one place. */
final class Rules {

	/** Operators that tell of a value what its elements do not change, or in steps. */
	private static final Set<String> FLAT = Set.of("Shape", "Size", "ConstantOfShape", "Round", "Floor", "Ceil", "Sign",
			"RandomNormalLike", "RandomUniformLike", "EyeLike");

	private static final Map<String, Rule> RULES = new HashMap<>();

	static {
		for (Elementwise rule : Elementwise.values()) {
			add(rule);
		}
		List.<Rule>of(new Sum(), new Difference(), new Product(), new Quotient(), new Power(), new Choice(),
				new Extremum(), new ParametricRelu(), new Clamp(), new MatrixProduct(), new GeneralMatrixProduct(),
				new Convolution(), new TransposedConvolution(), new BatchNormalization(), new InstanceNormalization(),
				new Softmax(), new Reduction(), new NormReduction(), new GlobalAverage(), new AverageWindows(),
				new Reshaping(), new Transposition(), new Concatenation(), new Splitting(), new Slicing(),
				new Padding(), new Selection(), new Expansion(), new Resizing(), new Blocks(), new Passing())
			.forEach(Rules::add);
	}

	private Rules() {
	}

	/** The rule of a node's operator; empty for one that is not known. */
	static Optional<Rule> of(NodeProto node) {
		return isStandard(node) ? Optional.ofNullable(RULES.get(node.getOpType())) : Optional.empty();
	}

	/** Whether the derivative of a node's operator is zero wherever it has one. */
	static boolean isFlat(NodeProto node) {
		return isStandard(node) && FLAT.contains(node.getOpType());
	}

	/** The operators that have a rule, in the order of the alphabet. */
	static Set<String> operators() {
		return new TreeSet<>(RULES.keySet());
	}

	private static boolean isStandard(NodeProto node) {
		return node.getDomain().isEmpty() || node.getDomain().equals("ai.onnx");
	}

	private static void add(Rule rule) {
		rule.operators().forEach((operator) -> RULES.put(operator, rule));
	}

}
