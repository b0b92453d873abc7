package io.eidolon.graph.gradient;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.eidolon.graph.ir.Graph;
import io.eidolon.graph.ir.Node;
import io.eidolon.graph.ir.NodeWriter;
import io.eidolon.graph.ir.Value;
import io.eidolon.graph.shape.Shapes;

/**
 * Writes operators that are short for several others as these, so that the rules for them
 * differentiate it. The formulas are those of the ONNX operator specification.
 */
final class Decomposition {

	private static final Set<Integer> WHOLE = Set.of(DataType.UINT8_VALUE, DataType.INT8_VALUE, DataType.UINT16_VALUE,
			DataType.INT16_VALUE, DataType.INT32_VALUE, DataType.INT64_VALUE);

	private static final Map<String, Function<Composite, Value>> FORMULAS = new TreeMap<>();

	static {
		FORMULAS.put("Selu",
				(node) -> node.product(node.elu(node.real("alpha", 1.6732632f)), node.real("gamma", 1.050701f)));
		FORMULAS.put("Celu", (node) -> node.celu(node.real("alpha", 1)));
		FORMULAS.put("Softsign", (node) -> node.write("Div", node.x(), node.sum(node.write("Abs", node.x()), 1)));
		FORMULAS.put("HardSigmoid", (node) -> node.hardSigmoid(node.real("alpha", 0.2f), node.real("beta", 0.5f)));
		FORMULAS.put("HardSwish", (node) -> node.write("Mul", node.x(), node.hardSigmoid(1 / 6f, 0.5f)));
		FORMULAS.put("Mish",
				(node) -> node.write("Mul", node.x(), node.write("Tanh", node.write("Softplus", node.x()))));
		FORMULAS.put("Swish", (node) -> node.write("Mul", node.x(),
				node.write("Sigmoid", node.product(node.x(), node.real("alpha", 1)))));
		FORMULAS.put("Gelu", Composite::gelu);
		FORMULAS.put("ThresholdedRelu", (node) -> node.write("Where",
				node.write("Greater", node.x(), node.number(node.real("alpha", 1))), node.x(), node.number(0)));
		FORMULAS.put("Shrink", Composite::shrink);
		FORMULAS.put("LogSoftmax", (node) -> node.write("Log", node.like("Softmax", node.x())));
		FORMULAS.put("LayerNormalization", Normalizations::layer);
		FORMULAS.put("RMSNormalization", Normalizations::rootMeanSquare);
		FORMULAS.put("GlobalMaxPool", MaxWindows::all);
		FORMULAS.put("MaxPool", (node) -> MaxWindows.of(node).orElse(node.node().output()));
		FORMULAS.put("GroupNormalization", Normalizations::group);
		FORMULAS.put("LRN", Normalizations::acrossChannels);
		FORMULAS.put("LpNormalization", Normalizations::length);
	}

	private Decomposition() {
	}

	/** The operators that are decomposed, in the order of the alphabet. */
	static Set<String> operators() {
		return new TreeSet<>(FORMULAS.keySet());
	}

	/** Decomposes all nodes of a graph that can be. */
	static Graph apply(Graph graph) {
		List<Node> nodes = graph.nodes(operators().toArray(String[]::new));
		if (!nodes.isEmpty()) {
			Shapes shapes = Shapes.of(graph);
			for (Node node : nodes) {
				Composite composite = new Composite(node, shapes, NodeWriter.before(node, graph, "decomposed/"));
				Function<Composite, Value> formula = FORMULAS.get(node.operator());
				Value made = (formula != null && node.outputs().stream().skip(1).allMatch(Value::isUnused))
						? formula.apply(composite) : node.output();
				// Some uses of an operator have no formula.
				if (made != node.output()) {
					graph.replace(node.output(), made);
					graph.remove(node);
				}
			}
		}
		return graph;
	}

	/**
	 * Lets a generator give the numbers that it rounds to levels at its end: rounding has
	 * a slope of zero, and is less than a level.
	 */
	static Graph withoutRounding(Graph graph, Value image) {
		List<Node> tail = new ArrayList<>();
		Value value = image;
		while (value.producer("Cast", "Identity", "Transpose", "Reshape", "Squeeze", "Unsqueeze", "Round", "Floor")
			.isPresent()) {
			Node node = value.producer().orElseThrow();
			tail.add(node);
			value = node.input(0);
		}
		// Those that give an image other axes stay.
		for (Node node : tail) {
			if (node.is("Round", "Floor") || isRounding(node)) {
				NodeWriter writer = NodeWriter.before(node, graph, "unrounded/");
				Value x = isRounding(node) ? levels(writer, node) : node.input(0);
				graph.replace(node.output(), writer.node("Identity", x));
				graph.remove(node);
			}
		}
		return graph;
	}

	private static boolean isRounding(Node node) {
		return node.is("Cast") && WHOLE.contains((int) node.attributes().integer("to", 0));
	}

	private static Value levels(NodeWriter writer, Node node) {
		boolean bytes = node.attributes().integer("to", 0) == DataType.UINT8_VALUE;
		return bytes ? writer.node("Clip", node.input(0), writer.scalar(0), writer.scalar(255)) : node.input(0);
	}

}
