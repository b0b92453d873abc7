package io.eidolon.graph.gradient;

import java.util.List;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.eidolon.graph.Attribute;
import io.eidolon.graph.ir.Node;
import io.eidolon.graph.ir.NodeWriter;
import io.eidolon.graph.ir.Value;
import io.eidolon.graph.shape.Shapes;

/**
 * A node that is short for several others.
 *
 * @param node the node
 * @param shapes of its graph, for one image
 * @param writer writes before it
 */
record Composite(Node node, Shapes shapes, NodeWriter writer) {

	/** What it reads first. */
	Value x() {
		return this.node.input(0);
	}

	float real(String name, float otherwise) {
		return this.node.attributes().real(name, otherwise);
	}

	Value write(String operator, Value... inputs) {
		return this.writer.node(operator, inputs);
	}

	Value write(String operator, List<Value> inputs, Attribute... attributes) {
		return this.writer.node(operator, inputs, attributes);
	}

	/** Applies an operator with the settings of the node. */
	Value like(String operator, Value x) {
		return this.writer.node(operator, List.of(x), this.node.attributes().all().toArray(Attribute[]::new));
	}

	/** A number of the type that the node computes in. */
	Value number(double number) {
		return this.writer.scalar((this.shapes.type(x()) == DataType.DOUBLE) ? DataType.DOUBLE : DataType.FLOAT,
				number);
	}

	Value product(Value value, double factor) {
		return write("Mul", value, number(factor));
	}

	Value sum(Value value, double term) {
		return write("Add", value, number(term));
	}

	/** {@code max(0, x) + a (e^min(0, x) - 1)}. */
	Value elu(float alpha) {
		return write("Elu", List.of(x()), Attribute.real("alpha", alpha));
	}

	/** {@code max(0, x) + a (e^min(0, x / a) - 1)}. */
	Value celu(float alpha) {
		Value scaled = write("Elu", List.of(product(x(), 1 / alpha)), Attribute.real("alpha", 1));
		return product(scaled, alpha);
	}

	/** {@code min(1, max(0, a x + b))}. */
	Value hardSigmoid(float alpha, float beta) {
		return write("Clip", sum(product(x(), alpha), beta), number(0), number(1));
	}

	/** {@code x / 2 (1 + erf(x / sqrt(2)))}, or with tanh in its place. */
	Value gelu() {
		Value curve;
		if (this.node.attributes().text("approximate", "none").equals("tanh")) {
			Value cube = write("Mul", write("Mul", x(), x()), x());
			Value inner = write("Add", x(), product(cube, 0.044715));
			curve = write("Tanh", product(inner, Math.sqrt(2 / Math.PI)));
		}
		else {
			curve = write("Erf", product(x(), Math.sqrt(0.5)));
		}
		return write("Mul", product(x(), 0.5), sum(curve, 1));
	}

	/** {@code x + b} below {@code -l}, {@code x - b} above {@code l}, and 0 between. */
	Value shrink() {
		float bias = real("bias", 0);
		float edge = real("lambd", 0.5f);
		Value above = write("Where", write("Greater", x(), number(edge)), sum(x(), -bias), number(0));
		return write("Where", write("Less", x(), number(-edge)), sum(x(), bias), above);
	}

}
