package io.eidolon.graph.gradient;

import java.util.Set;
import java.util.function.Function;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.eidolon.graph.ir.Value;

/**
 * Functions of each element alone: {@code dx = dy f'(x)}, told from y where that takes
 * less. At the corners of rectifiers and at 0 of {@code Abs} it is what PyTorch takes.
 */
enum ElementwiseGradient implements GradientRule {

	/** {@code y = max(0, x), dx = (y > 0) ? dy : 0}. */
	RELU("Relu", (step) -> step.product(step.dy(), slope(step, step.y(), 0))),

	/** {@code y = (x > 0) ? x : a x, dx = (x > 0) ? dy : a dy}. */
	LEAKY_RELU("LeakyRelu", (step) -> {
		double a = step.attributes().real("alpha", 0.01f);
		return step.product(step.dy(), (a >= 0 && a <= 1) ? slope(step, step.x(0), a)
				: step.where(step.node("Greater", step.x(0), step.scalar(0)), step.scalar(1), step.scalar(a)));
	}),

	/** {@code y = (x > 0) ? x : a (e^x - 1), dx = (x > 0) ? dy : dy (y + a)}. */
	ELU("Elu",
			(step) -> step.where(step.node("Greater", step.x(0), step.scalar(0)), step.dy(),
					step.product(step.dy(), step.node("Add", step.y(), alpha(step, 1))))),

	/** {@code y = tanh(x), dx = dy (1 - y^2)}. */
	TANH("Tanh", (step) -> step.product(step.dy(), step.node("Sub", step.scalar(1), step.product(step.y(), step.y())))),

	/** {@code y = 1 / (1 + e^-x), dx = dy y (1 - y)}. */
	SIGMOID("Sigmoid",
			(step) -> step.product(step.dy(), step.product(step.y(), step.node("Sub", step.scalar(1), step.y())))),

	/** {@code y = ln(1 + e^x), dx = dy sigmoid(x)}. */
	SOFTPLUS("Softplus", (step) -> step.product(step.dy(), step.node("Sigmoid", step.x(0)))),

	/**
	 * {@code y = sqrt(x), dx = dy / 2y}, and 0 at 0 as for the norms that it is part of;
	 * PyTorch gives infinity there.
	 */
	SQRT("Sqrt", (step) -> {
		Value zero = step.scalar(0);
		Value halved = step.node("Div", step.dy(), step.node("Add", step.y(), step.y()));
		return step.where(step.node("Equal", step.y(), zero), zero, halved);
	}),

	/** {@code y = e^x, dx = dy y}. */
	EXP("Exp", (step) -> step.product(step.dy(), step.y())),

	/** {@code y = ln(x), dx = dy / x}. */
	LOG("Log", (step) -> step.node("Div", step.dy(), step.x(0))),

	/** {@code y = -x, dx = -dy}. */
	NEG("Neg", (step) -> step.node("Neg", step.dy())),

	/** {@code y = |x|, dx = dy sign(x)}. */
	ABS("Abs", (step) -> step.product(step.dy(), step.node("Sign", step.x(0)))),

	/** {@code y = 1 / x, dx = -dy y^2}. */
	RECIPROCAL("Reciprocal", (step) -> step.node("Neg", step.product(step.dy(), step.product(step.y(), step.y())))),

	/** {@code y = sin(x), dx = dy cos(x)}. */
	SIN("Sin", (step) -> step.product(step.dy(), step.node("Cos", step.x(0)))),

	/** {@code y = cos(x), dx = -dy sin(x)}. */
	COS("Cos", (step) -> step.node("Neg", step.product(step.dy(), step.node("Sin", step.x(0))))),

	/** {@code y = tan(x), dx = dy (1 + y^2)}. */
	TAN("Tan", (step) -> step.product(step.dy(), plusOne(step, step.product(step.y(), step.y())))),

	/** {@code y = asin(x), dx = dy / sqrt(1 - x^2)}. */
	ASIN("Asin", (step) -> step.node("Div", step.dy(), cosineOfArc(step))),

	/** {@code y = acos(x), dx = -dy / sqrt(1 - x^2)}. */
	ACOS("Acos", (step) -> step.node("Neg", step.node("Div", step.dy(), cosineOfArc(step)))),

	/** {@code y = atan(x), dx = dy / (1 + x^2)}. */
	ATAN("Atan", (step) -> step.node("Div", step.dy(), plusOne(step, step.product(step.x(0), step.x(0))))),

	/** {@code y = sinh(x), dx = dy cosh(x)}. */
	SINH("Sinh", (step) -> step.product(step.dy(), step.node("Cosh", step.x(0)))),

	/** {@code y = cosh(x), dx = dy sinh(x)}. */
	COSH("Cosh", (step) -> step.product(step.dy(), step.node("Sinh", step.x(0)))),

	/** {@code y = asinh(x), dx = dy / sqrt(x^2 + 1)}. */
	ASINH("Asinh", (step) -> step.node("Div", step.dy(), step.node("Cosh", step.y()))),

	/** {@code y = acosh(x), dx = dy / sqrt(x^2 - 1)}. */
	ACOSH("Acosh", (step) -> step.node("Div", step.dy(), step.node("Sinh", step.y()))),

	/** {@code y = atanh(x), dx = dy / (1 - x^2)}. */
	ATANH("Atanh",
			(step) -> step.node("Div", step.dy(),
					step.node("Sub", step.scalar(1), step.product(step.x(0), step.x(0))))),

	/** {@code y = erf(x), dx = dy 2/sqrt(pi) e^(-x^2)}. */
	ERF("Erf", (step) -> {
		Value bell = step.node("Exp", step.node("Neg", step.product(step.x(0), step.x(0))));
		return step.product(step.dy(), step.product(bell, step.scalar(2 / Math.sqrt(Math.PI))));
	});

	private final String operator;

	private final Function<Step, Value> gradient;

	ElementwiseGradient(String operator, Function<Step, Value> gradient) {
		this.operator = operator;
		this.gradient = gradient;
	}

	@Override
	public Set<String> operators() {
		return Set.of(this.operator);
	}

	@Override
	public Value gradient(Step step, int input) {
		return this.gradient.apply(step);
	}

	/**
	 * 1 above 0, and elsewhere a, which is from 0 to 1: {@code min(max(a, 1e30 x), 1)}.
	 * ONNX Runtime has vectors for that, and none for signs and choices.
	 */
	private static Value slope(Step step, Value x, double a) {
		double steep = (step.type() == DataType.FLOAT16) ? 6e4 : 1e30;
		return step.node("Clip", step.product(x, step.scalar(steep)), step.scalar(a), step.scalar(1));
	}

	private static Value plusOne(Step step, Value value) {
		return step.node("Add", value, step.scalar(1));
	}

	// sqrt(1 - x^2)
	private static Value cosineOfArc(Step step) {
		return step.node("Sqrt", step.node("Sub", step.scalar(1), step.product(step.x(0), step.x(0))));
	}

	private static Value alpha(Step step, float otherwise) {
		return step.scalar(step.attributes().real("alpha", otherwise));
	}

}
