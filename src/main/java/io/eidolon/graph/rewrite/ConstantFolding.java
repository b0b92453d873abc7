package io.eidolon.graph.rewrite;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.eidolon.graph.ir.Node;
import io.eidolon.graph.ir.NodeWriter;
import io.eidolon.graph.ir.Constant;
import io.eidolon.graph.ir.Value;
import io.eidolon.graph.shape.Shapes;

/**
 * Turns {@code Constant} nodes and weights that are cast from halves to floats into plain
 * constants, so that other rewrites see them. Every half is a float, so nothing is
 * rounded.
 */
final class ConstantFolding implements Rewrite<ConstantFolding.Folded> {

	@Override
	public String name() {
		return "constant-folding";
	}

	@Override
	public String[] operators() {
		return new String[] { "Constant", "Identity", "Cast" };
	}

	@Override
	public Match<Folded> match(Node node, Supplier<Shapes> shapes) {
		if (node.is("Cast") && node.attributes().integer("to", 0) != DataType.FLOAT_VALUE) {
			return Match.none("casts to another type than float");
		}
		return Match.of(value(node), "reads no constant").then((value) -> Match.found(new Folded(node, value)));
	}

	private static Optional<Constant> value(Node node) {
		return switch (node.operator()) {
			case "Constant" -> node.attributes().tensor("value");
			case "Identity" -> node.input(0).constant();
			default -> node.input(0)
				.constant()
				.filter(Constant::isFloats)
				.map((tensor) -> (tensor.type() == DataType.FLOAT) ? tensor : FloatTensor.of(tensor).tensor());
		};
	}

	@Override
	public Value replacement(Folded match, NodeWriter writer) {
		return writer.constant(match.value());
	}

	/**
	 * A node that always makes the same.
	 *
	 * @param node the node
	 * @param value what it makes
	 */
	record Folded(Node node, Constant value) implements Rewrite.Matched {

		@Override
		public List<Node> nodes() {
			return List.of(this.node);
		}

	}

}
