package io.eidolon.graph.gradient;

import java.util.Set;

import io.eidolon.graph.ir.Value;

/**
 * How the gradient of what an operator makes becomes the gradient of what it reads: the
 * product with its transposed Jacobian, written as ordinary operators. In the formulas x
 * is an input, y the output, and dx and dy are the gradients of the loss in them.
 */
sealed interface GradientRule
		permits ElementwiseGradient, SumGradient, SubGradient, MulGradient, DivGradient, PowGradient, WhereGradient,
		MaxMinGradient, PReluGradient, ClipGradient, MatMulGradient, GemmGradient, ConvGradient, ConvTransposeGradient,
		BatchNormalizationGradient, InstanceNormalizationGradient, SoftmaxGradient, ReduceSumGradient,
		ReduceMaxGradient, ReduceNormGradient, ReduceLogSumGradient, GlobalAveragePoolGradient, AveragePoolGradient,
		ReshapeGradient, TransposeGradient, ConcatGradient, SplitGradient, SliceGradient, PadGradient, TileGradient,
		TriluGradient, CumSumGradient, GatherGradient, GatherNDGradient, TakenElementsGradient, ScatterElementsGradient,
		ExpandGradient, ResizeGradient, DepthToSpaceGradient, EinsumGradient, IdentityGradient {

	/** The standard operators that it is for. */
	Set<String> operators();

	/**
	 * Appends the gradient in one input.
	 * @param step the node and the gradients of its outputs
	 * @param input which of its inputs
	 * @return the gradient, of that input's shape
	 * @throws UnsupportedOperatorException when the node is of a form without a rule
	 */
	Value gradient(Step step, int input);

}
