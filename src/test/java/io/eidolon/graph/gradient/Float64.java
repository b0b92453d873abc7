package io.eidolon.graph.gradient;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnxruntime.OrtException;
import io.eidolon.graph.Attribute;
import io.eidolon.graph.ForeignGenerators;
import io.eidolon.graph.OnnxGraph;
import io.eidolon.graph.ir.Attributes;

/**
 * Computes a graph in 64-bit floating point, node by node, as central differences need
 * it. ONNX Runtime does that for most operators. For some that it has in 32 bits alone,
 * other operators stand in or they are written out here; the rest, which are linear, are
 * computed in 32 bits.
 */
final class Float64 {

	private final Sessions sessions;

	private final GraphProto graph;

	private final long opset;

	private final Map<String, Values> constants = new HashMap<>();

	Float64(Sessions sessions, OnnxGraph graph) {
		this.sessions = sessions;
		this.graph = graph.model().getGraph();
		this.opset = graph.model().getOpsetImport(0).getVersion();
		for (TensorProto tensor : this.graph.getInitializerList()) {
			this.constants.put(tensor.getName(), Values.of(tensor).widened());
		}
	}

	/** All values that the graph computes from these inputs. */
	Map<String, Values> run(Map<String, Values> inputs) throws OrtException {
		Map<String, Values> known = new HashMap<>(this.constants);
		inputs.forEach((name, values) -> known.put(name, values.widened()));
		for (NodeProto node : this.graph.getNodeList()) {
			List<Values> read = new ArrayList<>();
			for (String input : node.getInputList()) {
				Values values = known.get(input);
				if (values != null) {
					read.add(values);
				}
			}
			List<Values> made = apply(node, read);
			for (int i = 0; i < made.size(); i++) {
				known.put(node.getOutput(i), made.get(i).widened());
			}
		}
		return known;
	}

	private List<Values> apply(NodeProto node, List<Values> read) throws OrtException {
		Attributes attributes = new Attributes(node);
		Values zero = scalar(0);
		return switch (node.getOpType()) {
			case "Constant" -> List.of(Values.of(attributes.tensor("value").orElseThrow().onnx("")));
			case "Conv", "ConvTranspose" ->
				Windows.fits(node, read) ? List.of(Windows.of(this.sessions, node, read)) : anyPrecision(node, read);
			case "LeakyRelu" -> List.of(rectified(read.get(0), scalar(attributes.real("alpha", 0.01f))));
			case "PRelu" -> List.of(rectified(read.get(0), read.get(1)));
			case "Elu" -> {
				Values below = run("Sub", run("Exp", run("Min", read.get(0), zero)), scalar(1));
				Values scaled = run("Mul", below, scalar(attributes.real("alpha", 1)));
				yield List.of(run("Add", run("Max", read.get(0), zero), scaled));
			}
			case "Softplus" -> List.of(run("Log", run("Add", run("Exp", read.get(0)), scalar(1))));
			case "Tan" -> List.of(mapped(read.get(0), Math::tan));
			case "Asin" -> List.of(mapped(read.get(0), Math::asin));
			case "Acos" -> List.of(mapped(read.get(0), Math::acos));
			case "Atan" -> List.of(mapped(read.get(0), Math::atan));
			case "Sinh" -> List.of(mapped(read.get(0), Math::sinh));
			case "Cosh" -> List.of(mapped(read.get(0), Math::cosh));
			case "Asinh" ->
				List.of(mapped(read.get(0), (x) -> Math.signum(x) * Math.log(Math.abs(x) + Math.hypot(x, 1))));
			case "Acosh" -> List.of(mapped(read.get(0), (x) -> Math.log(x + Math.sqrt(x * x - 1))));
			case "Atanh" -> List.of(mapped(read.get(0), (x) -> (Math.log1p(x) - Math.log1p(-x)) / 2));
			case "Cos" -> List.of(run("Sin", run("Add", read.get(0), scalar(Math.PI / 2))));
			case "Erf" -> List.of(erf(read.get(0)));
			case "ReduceL2" -> List.of(run("Sqrt",
					this.sessions.run(node.toBuilder().setOpType("ReduceSumSquare").build(), this.opset, read).get(0)));
			case "InstanceNormalization" -> List.of(normalized(read, attributes.real("epsilon", 1e-5f)));
			case "Cast" -> List.of(cast(node, read.get(0)));
			case "Resize" -> List.of(resized(node, read));
			default -> anyPrecision(node, read);
		};
	}

	private List<Values> anyPrecision(NodeProto node, List<Values> read) throws OrtException {
		try {
			return this.sessions.run(node, this.opset, read);
		}
		catch (OrtException ex) {
			List<Values> floats = read.stream()
				.map((values) -> (values.type() == DataType.DOUBLE) ? values.as(DataType.FLOAT) : values)
				.toList();
			return this.sessions.run(node, this.opset, floats);
		}
	}

	// Linear, and exact where pixels are repeated: 64 bits as the sum of two times 32.
	private Values resized(NodeProto node, List<Values> read) throws OrtException {
		Values x = read.getFirst();
		double[] rest = new double[x.elements().length];
		Arrays.setAll(rest, (i) -> x.elements()[i] - (float) x.elements()[i]);
		Values high = anyPrecision(node, read).getFirst();
		List<Values> low = new ArrayList<>(read);
		low.set(0, Values.of(rest, x.shape()));
		return run("Add", high.widened(), anyPrecision(node, low).getFirst().widened());
	}

	private static Values cast(NodeProto node, Values values) {
		DataType to = DataType.forNumber((int) new Attributes(node).integer("to", 0));
		return values.as(to);
	}

	private static Values mapped(Values x, DoubleUnaryOperator function) {
		return Values.of(DoubleStream.of(x.elements()).map(function).toArray(), x.shape());
	}

	// The Taylor series, which has precision enough in 64 bits for a test.
	private static Values erf(Values x) {
		double[] y = new double[x.elements().length];
		for (int i = 0; i < y.length; i++) {
			double term = x.elements()[i];
			for (int n = 0; n < 200; n++) {
				y[i] += 2 / Math.sqrt(Math.PI) * term / (2 * n + 1);
				term *= -x.elements()[i] * x.elements()[i] / (n + 1);
			}
		}
		return Values.of(y, x.shape());
	}

	private Values rectified(Values x, Values slope) throws OrtException {
		return run("Where", run("Less", x, scalar(0)), run("Mul", x, slope), x);
	}

	private Values normalized(List<Values> read, float epsilon) throws OrtException {
		Values x = read.get(0);
		Values centred = run("Sub", x, mean(x));
		Values variance = mean(run("Mul", centred, centred));
		Values unit = run("Div", centred, run("Sqrt", run("Add", variance, scalar(epsilon))));
		return run("Add", run("Mul", unit, perChannel(read.get(1))), perChannel(read.get(2)));
	}

	private Values mean(Values x) throws OrtException {
		NodeProto node = ForeignGenerators.operator("ReduceMean", "y", List.of("x"),
				Attribute.integers("axes", 2, 3).onnx(), Attribute.integer("keepdims", 1).onnx());
		return this.sessions.run(node, 17, List.of(x)).getFirst();
	}

	private Values run(String operator, Values... inputs) throws OrtException {
		List<String> names = LongStream.range(0, inputs.length).mapToObj((i) -> "x" + i).toList();
		return this.sessions.run(ForeignGenerators.operator(operator, "y", names), this.opset, List.of(inputs))
			.getFirst();
	}

	private static Values perChannel(Values vector) {
		return Values.of(vector.elements(), vector.elements().length, 1, 1);
	}

	private static Values scalar(double value) {
		return Values.of(new double[] { value });
	}

}
