package io.eidolon.graph.gradient;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import io.eidolon.graph.ir.Node;

/** The rules there are, in one place. */
final class GradientRules {

	/** Operators that tell of a value what its elements do not change, or in steps. */
	private static final Set<String> FLAT = Set.of("Shape", "Size", "ConstantOfShape", "Round", "Floor", "Ceil", "Sign",
			"RandomNormalLike", "RandomUniformLike", "EyeLike");

	private static final Map<String, GradientRule> RULES = new HashMap<>();

	static {
		for (ElementwiseGradient rule : ElementwiseGradient.values()) {
			add(rule);
		}
		List.<GradientRule>of(new SumGradient(), new SubGradient(), new MulGradient(), new DivGradient(),
				new PowGradient(), new WhereGradient(), new MaxMinGradient(), new PReluGradient(), new ClipGradient(),
				new MatMulGradient(), new GemmGradient(), new ConvGradient(), new ConvTransposeGradient(),
				new BatchNormalizationGradient(), new InstanceNormalizationGradient(), new SoftmaxGradient(),
				new ReduceSumGradient(), new ReduceMaxGradient(), new ReduceNormGradient(), new ReduceLogSumGradient(),
				new GlobalAveragePoolGradient(), new AveragePoolGradient(), new ReshapeGradient(),
				new TransposeGradient(), new ConcatGradient(), new SplitGradient(), new SliceGradient(),
				new PadGradient(), new TileGradient(), new TriluGradient(), new CumSumGradient(), new GatherGradient(),
				new GatherNDGradient(), new TakenElementsGradient(), new ScatterElementsGradient(),
				new ExpandGradient(), new ResizeGradient(), new DepthToSpaceGradient(), new EinsumGradient(),
				new IdentityGradient())
			.forEach(GradientRules::add);
	}

	private GradientRules() {
	}

	/** The rule of a node's operator; empty for one that is not known. */
	static Optional<GradientRule> of(Node node) {
		return node.isStandard() ? Optional.ofNullable(RULES.get(node.operator())) : Optional.empty();
	}

	/** Whether the derivative of a node's operator is zero wherever it has one. */
	static boolean isFlat(Node node) {
		return node.isStandard() && FLAT.contains(node.operator());
	}

	/** The operators that have a rule, in the order of the alphabet. */
	static Set<String> operators() {
		return new TreeSet<>(RULES.keySet());
	}

	private static void add(GradientRule rule) {
		rule.operators().forEach((operator) -> RULES.put(operator, rule));
	}

}
