package io.eidolon.graph.gradient;

import java.util.Set;

/**
 * How the gradient of what an operator makes becomes the gradient of what it reads: the
 * product with its transposed Jacobian, written as ordinary operators. In the formulas x
 * is an input, y the output, and dx and dy are the gradients of the loss in them.
 */
sealed interface Rule permits Elementwise, Sum, Difference, Product, Quotient, Power, Choice, Extremum, ParametricRelu,
		Clamp, MatrixProduct, GeneralMatrixProduct, Convolution, TransposedConvolution, BatchNormalization,
		InstanceNormalization, Softmax, Reduction, NormReduction, GlobalAverage, AverageWindows, Reshaping,
		Transposition, Concatenation, Splitting, Slicing, Padding, Selection, Expansion, Resizing, Blocks, Passing {

	/** The standard operators that it is for. */
	Set<String> operators();

	/**
	 * Appends the gradient in one input.
	 * @param step the node and the gradients of its outputs
	 * @param input which of its inputs
	 * @return the name of the gradient, of that input's shape
	 * @throws UnsupportedOperatorException when the node is of a form without a rule
	 */
	String gradient(Step step, int input);

}
