package io.eidolon.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.SparseTensorProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataLocation;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.ByteString;

import static io.eidolon.graph.ForeignGenerators.integer;
import static io.eidolon.graph.ForeignGenerators.integers;
import static io.eidolon.graph.ForeignGenerators.ints;
import static io.eidolon.graph.ForeignGenerators.operator;
import static io.eidolon.graph.ForeignGenerators.value;
import static io.eidolon.graph.ForeignGenerators.weights;

/**
 * Networks made by hand to do harm: each is a sound one with a part between its values
 * {@code p6} and {@code h}, both float (N, 3, 16, 16), that would take all memory, never
 * end, read other files, or crash whatever runs it.
 */
public final class HostileGraphs {

	private static final long[] SIZES = { 0, -1, 1 << 20, Integer.MAX_VALUE, 1L << 31, 1L << 40, 1L << 62,
			Long.MAX_VALUE, Long.MIN_VALUE };

	private static final long[] SETTINGS = { 0, -1, Integer.MAX_VALUE, 1L << 62 };

	private static final String X = "p6";

	private static final String Y = "h";

	private final ModelProto sound;

	private final Map<String, ModelProto> made = new LinkedHashMap<>();

	private HostileGraphs(ModelProto sound) {
		this.sound = sound;
		sizes();
		windows();
		arithmetic();
		indices();
		controlFlow();
		functions();
		domains();
		weightsOfOtherFiles();
		claims();
		structure();
	}

	/** Generators, by what is hostile about each. */
	public static Map<String, ModelProto> generators() {
		ModelProto.Builder sound = ForeignGenerators.plain().toBuilder();
		int last = sound.getGraph().getNodeCount() - 1;
		sound.getGraphBuilder().getNodeBuilder(last).setInput(0, Y);
		sound.getGraphBuilder().addNode(last, operator("Identity", Y, List.of(X)));
		return new HostileGraphs(sound.build()).made;
	}

	/** Networks from images (N, 3, 16, 16) to latents (N, 8). */
	public static Map<String, ModelProto> encoders() {
		ModelProto sound = ForeignGenerators.of(value("image", DataType.FLOAT, -1, 3, 16, 16),
				List.of(operator("Identity", X, List.of("image")), operator("Identity", Y, List.of(X)),
						operator("GlobalAveragePool", "mean", List.of(Y)), operator("Flatten", "flat", List.of("mean")),
						operator("MatMul", "z", List.of("flat", "w"))),
				value("z", DataType.FLOAT, -1, 8), weights("w", new float[3 * 8], 3, 8));
		return new HostileGraphs(sound).made;
	}

	/** What takes sizes from the graph. */
	private void sizes() {
		for (long size : SIZES) {
			TensorProto one = integers("n", new long[] { size }, 1);
			TensorProto four = integers("n", new long[] { 1, 1, 1, size }, 4);
			Stream.of("Expand", "Tile", "Reshape").forEach((name) -> add(name, size, List.of(four), of(name, X, "n")));
			add("ConstantOfShape", size, List.of(four), operator("ConstantOfShape", "c", List.of("n")),
					of("Add", X, "c"));
			add("Range", size,
					List.of(integers("zero", new long[] { 0 }), integers("n", new long[] { size }),
							integers("one", new long[] { 1 })),
					operator("Range", "r", List.of("zero", "n", "one")),
					operator("Cast", "f", List.of("r"), integer("to", 1)), operator("ReduceMean", "m", List.of("f")),
					of("Add", X, "m"));
			add("OneHot", size,
					List.of(integers("at", new long[] { 0 }, 1), one, weights("v", new float[] { 0, 1 }, 2)),
					operator("OneHot", "o", List.of("at", "n", "v")), operator("ReduceMean", "m", List.of("o")),
					of("Add", X, "m"));
			add("Resize", size, List.of(integers("n", new long[] { 1, 3, 16, size }, 4)), of("Resize", X, "", "", "n"));
			add("Pad", size, List.of(integers("n", new long[] { 0, 0, 0, 0, 0, 0, 0, size }, 8)), of("Pad", X, "n"));
			add("TopK", size, List.of(one), operator("TopK", Y, List.of(X, "n")).toBuilder().addOutput("i").build());
			add("Slice", size, List.of(integers("s", new long[] { 0 }, 1),
					integers("e", new long[] { Long.MAX_VALUE }, 1), integers("a", new long[] { 3 }, 1), one),
					of("Slice", X, "s", "e", "a", "n"));
			add("DepthToSpace", size, List.of(), of("DepthToSpace", List.of(X), integer("blocksize", size)));
			add("SpaceToDepth", size, List.of(), of("SpaceToDepth", List.of(X), integer("blocksize", size)));
			add("HannWindow", size, List.of(integers("n", new long[] { size })),
					operator("HannWindow", "w", List.of("n")), operator("ReduceMean", "m", List.of("w")),
					of("Add", X, "m"));
			add("RandomNormal", size, List.of(), operator("RandomNormal", "r", List.of(), ints("shape", 1, 1, 1, size)),
					of("Add", X, "r"));
		}
	}

	/** What slides windows. */
	private void windows() {
		TensorProto kernel = weights("k", new float[3 * 3 * 9], 3, 3, 3, 3);
		for (long setting : SETTINGS) {
			for (String name : List.of("Conv", "ConvTranspose", "MaxPool", "AveragePool")) {
				boolean learned = name.startsWith("Conv");
				List<String> inputs = learned ? List.of(X, "k") : List.of(X);
				List<TensorProto> weights = learned ? List.of(kernel) : List.of();
				for (String attribute : List.of("dilations", "strides", "kernel_shape", "output_padding",
						"output_shape")) {
					AttributeProto[] window = attribute.equals("kernel_shape")
							? new AttributeProto[] { ints(attribute, setting, setting) }
							: new AttributeProto[] { ints("kernel_shape", 3, 3), ints(attribute, setting, setting) };
					add(name + " " + attribute, setting, weights, of(name, inputs, window));
				}
				add(name + " pads", setting, weights,
						of(name, inputs, ints("kernel_shape", 3, 3), ints("pads", setting, 1, 1, setting)));
				if (learned) {
					add(name + " group", setting, weights, of(name, inputs, integer("group", setting)));
				}
			}
			add("LRN size", setting, List.of(), of("LRN", List.of(X), integer("size", setting)));
			add("Split", setting, List.of(), of("Split", List.of(X), integer("num_outputs", setting)));
			add("Transpose", setting, List.of(), of("Transpose", List.of(X), ints("perm", setting, 1, 2, 3)));
			add("Concat", setting, List.of(), of("Concat", List.of(X, X), integer("axis", setting)));
			add("Flatten", setting, List.of(), of("Flatten", List.of(X), integer("axis", setting)));
			add("Cast", setting, List.of(), of("Cast", List.of(X), integer("to", setting)));
		}
	}

	private void arithmetic() {
		for (String name : List.of("Div", "Mod", "BitShift", "Pow")) {
			for (long divisor : new long[] { 0, -1, 64 }) {
				add(name, divisor,
						List.of(integers("a", new long[] { Long.MIN_VALUE }), integers("b", new long[] { divisor })),
						operator(name, "q", List.of("a", "b")), operator("Cast", "f", List.of("q"), integer("to", 1)),
						of("Add", X, "f"));
			}
		}
		add("Reciprocal of 0", 0, List.of(weights("zero", new float[1], 1)),
				operator("Reciprocal", "r", List.of("zero")), of("Add", X, "r"));
		for (String equation : List.of("", "x", "abcd,efgh->abcdefgh", "...a,...b->...ab", "aaaa->a", "abcd->abcz",
				"a".repeat(5000))) {
			add("Einsum " + equation.length() + equation.hashCode(), 0, List.of(),
					of("Einsum", List.of(X, X), text("equation", equation)));
		}
	}

	private void indices() {
		for (long index : new long[] { 16, -17, Integer.MAX_VALUE, Long.MIN_VALUE }) {
			TensorProto at = integers("i", new long[] { index }, 1);
			add("Gather", index, List.of(at), of("Gather", List.of(X, "i"), integer("axis", 3)));
			add("GatherND", index, List.of(integers("i", new long[] { 0, 0, 0, index }, 1, 4)), of("GatherND", X, "i"));
			add("GatherElements", index, List.of(integers("i", new long[] { index }, 1, 1, 1, 1)),
					of("GatherElements", X, "i"));
			add("ScatterND", index,
					List.of(integers("i", new long[] { 0, 0, 0, index }, 1, 4), weights("u", new float[1], 1)),
					of("ScatterND", X, "i", "u"));
			add("Reshape to more", index, List.of(at), of("Reshape", X, "i"));
		}
	}

	private void controlFlow() {
		GraphProto body = GraphProto.newBuilder()
			.setName("body")
			.addInput(value("i", DataType.INT64))
			.addInput(value("go", DataType.BOOL))
			.addInput(value("v", DataType.FLOAT, -1, 3, 16, 16))
			.addNode(operator("Identity", "go on", List.of("go")))
			.addNode(operator("Tanh", "w", List.of("v")))
			.addOutput(value("go on", DataType.BOOL))
			.addOutput(value("w", DataType.FLOAT, -1, 3, 16, 16))
			.build();
		TensorProto yes = TensorProto.newBuilder()
			.setName("yes")
			.setDataType(DataType.BOOL_VALUE)
			.setRawData(ByteString.copyFrom(new byte[] { 1 }))
			.build();
		add("Loop without an end", 0, List.of(yes), of("Loop", List.of("", "yes", X), graph("body", body)));
		add("Loop of many", 0, List.of(yes, integers("n", new long[] { Long.MAX_VALUE })),
				of("Loop", List.of("n", "yes", X), graph("body", body)));
		add("Scan", 0, List.of(), of("Scan", List.of(X), graph("body", body), integer("num_scan_inputs", 1)));
		add("SequenceMap", 0, List.of(), of("SequenceMap", List.of(X), graph("body", body)));
		GraphProto deep = body;
		for (int depth = 0; depth < 40; depth++) {
			deep = GraphProto.newBuilder()
				.setName("branch")
				.addNode(operator("If", "w", List.of("yes"), graph("then_branch", deep), graph("else_branch", body)))
				.addOutput(value("w", DataType.FLOAT, -1, 3, 16, 16))
				.build();
		}
		add("If, 40 deep", 0, List.of(yes),
				of("If", List.of("yes"), graph("then_branch", deep), graph("else_branch", body)));
	}

	private void functions() {
		function("calls itself", operator("F", "y", List.of("x")).toBuilder().setDomain("f").build());
		List<NodeProto> twice = List.of(operator("F", "a", List.of("x")).toBuilder().setDomain("f").build(),
				operator("F", "y", List.of("a")).toBuilder().setDomain("f").build());
		function("calls itself twice", twice.toArray(NodeProto[]::new));
		// Each calls the next ten times: 10^12 nodes.
		ModelProto.Builder many = with(List.of(), inDomain("F0")).toBuilder().addOpsetImport(domain("f"));
		for (int level = 0; level < 12; level++) {
			FunctionProto.Builder function = function("F" + level);
			for (int call = 0; call < 10; call++) {
				String callee = (level < 11) ? "F" + (level + 1) : "Tanh";
				function.addNode(
						operator(callee, (call < 9) ? "v" + call : "y", List.of((call > 0) ? "v" + (call - 1) : "x"))
							.toBuilder()
							.setDomain((level < 11) ? "f" : ""));
			}
			many.addFunctions(function);
		}
		this.made.put("functions that call ten times each", many.build());
	}

	private void function(String name, NodeProto... nodes) {
		this.made.put("a function that " + name,
				with(List.of(), inDomain("F")).toBuilder()
					.addOpsetImport(domain("f"))
					.addFunctions(function("F").addAllNode(List.of(nodes)))
					.build());
	}

	private static FunctionProto.Builder function(String name) {
		return FunctionProto.newBuilder()
			.setName(name)
			.setDomain("f")
			.addInput("x")
			.addOutput("y")
			.addOpsetImport(domain("f"))
			.addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(17));
	}

	private static NodeProto inDomain(String name) {
		return of(name, X).toBuilder().setDomain("f").build();
	}

	private static OperatorSetIdProto domain(String name) {
		return OperatorSetIdProto.newBuilder().setDomain(name).setVersion(1).build();
	}

	private void domains() {
		for (String domain : List.of("com.microsoft", "com.microsoft.nchwc", "ai.onnx.ml", "ai.onnx.training",
				"evil")) {
			for (String name : List.of("Attention", "FusedConv", "Inverse", "CDist", "Crop", "StringNormalizer",
					"Gradient")) {
				this.made.put(domain + " " + name,
						with(List.of(), of(name, X).toBuilder().setDomain(domain).build()).toBuilder()
							.addOpsetImport(domain(domain))
							.build());
			}
		}
	}

	private void weightsOfOtherFiles() {
		for (String place : List.of("../../../../etc/passwd", "/etc/passwd", "/dev/zero", "/dev/stdin",
				"/proc/self/mem", "/proc/self/environ", "", ".", "..", "model.json", "x.onnx", "a\0b", "C:\\x",
				"file:///etc/passwd", "http://localhost/x", "*/_ORT_MEM_ADDR_/*", "x".repeat(5000))) {
			external("0", "12", place);
		}
		for (String offset : List.of("-1", "9223372036854775807", "1e3", "")) {
			external(offset, "12", "x.onnx");
			external("0", offset, "x.onnx");
		}
	}

	private void external(String offset, String length, String place) {
		TensorProto.Builder weight = TensorProto.newBuilder()
			.setName("w9")
			.setDataType(DataType.FLOAT_VALUE)
			.addDims(3)
			.setDataLocation(DataLocation.EXTERNAL);
		Map.of("location", place, "offset", offset, "length", length)
			.forEach((key, value) -> weight
				.addExternalData(StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
		this.made.put("weights in %.30s from %s, %s bytes".formatted(place.replace('\0', '0'), offset, length),
				with(List.of(weight.build()), operator("ReduceMean", "m", List.of("w9")), of("Add", X, "m")));
	}

	/** Weights that are not what they say. */
	private void claims() {
		long[][] shapes = { { 1L << 40 }, { 1L << 32, 1L << 32 }, { -1 }, { Long.MAX_VALUE, 2 }, { 0 },
				{ 65_536, 65_536, 65_536, 65_536 } };
		for (long[] shape : shapes) {
			claim("weights of " + List.of(shape[0], shape.length),
					TensorProto.newBuilder()
						.setDataType(DataType.FLOAT_VALUE)
						.addAllDims(IntStream.range(0, shape.length).mapToObj((i) -> shape[i]).toList()));
			SparseTensorProto sparse = SparseTensorProto.newBuilder()
				.setValues(weights("m", new float[] { 1 }, 1))
				.setIndices(integers("", new long[] { Long.MAX_VALUE }, 1))
				.addAllDims(IntStream.range(0, shape.length).mapToObj((i) -> shape[i]).toList())
				.build();
			ModelProto.Builder model = with(List.of(), of("Add", X, "m")).toBuilder();
			model.getGraphBuilder().addSparseInitializer(sparse);
			this.made.put("sparse weights of " + List.of(shape[0], shape.length), model.build());
		}
		for (int type = -1; type < 26; type++) {
			claim("weights of type " + type,
					TensorProto.newBuilder().setDataType(type).addDims(1).setRawData(ByteString.copyFrom(new byte[4])));
		}
		claim("more floats than said",
				TensorProto.newBuilder()
					.setDataType(DataType.FLOAT_VALUE)
					.addDims(1)
					.addAllFloatData(Collections.nCopies(100_000, 1f)));
	}

	private void claim(String name, TensorProto.Builder weight) {
		this.made.put(name, with(List.of(weight.setName("m").build()), of("Add", X, "m")));
	}

	private void structure() {
		add("a value of itself", 0, List.of(), of("Add", X, Y));
		add("a cycle", 0, List.of(), operator("Tanh", "a", List.of("b")), operator("Tanh", "b", List.of("a")),
				of("Add", X, "b"));
		add("an output made twice", 0, List.of(), of("Tanh", X), of("Relu", X));
		add("inputs in great number", 0, List.of(), of("Sum", Collections.nCopies(100_000, X)));
		add("a name of a megabyte", 0, List.of(), operator("Tanh", "n".repeat(1 << 20), List.of(X)),
				of("Tanh", "n".repeat(1 << 20)));
		add("a name that forges a line", 0, List.of(), operator("Nothing\n2026 ERROR forged", "a\nb", List.of(X)),
				of("Tanh", "a\nb"));
		List<NodeProto> chain = new ArrayList<>(List.of(operator("Tanh", "c0", List.of(X))));
		for (int i = 1; i < 20_000; i++) {
			chain.add(operator("Tanh", "c" + i, List.of("c" + (i - 1))));
		}
		chain.add(of("Tanh", "c19999"));
		add("a chain of 20,000", 0, List.of(), chain.toArray(NodeProto[]::new));
	}

	private void add(String name, long number, List<TensorProto> weights, NodeProto... nodes) {
		this.made.put(name + " (" + number + ")", with(weights, nodes));
	}

	private ModelProto with(List<TensorProto> weights, NodeProto... nodes) {
		ModelProto.Builder model = this.sound.toBuilder();
		GraphProto.Builder graph = model.getGraphBuilder().addAllInitializer(weights);
		int at = IntStream.range(0, graph.getNodeCount())
			.filter((i) -> graph.getNode(i).getOutput(0).equals(Y))
			.findFirst()
			.orElseThrow();
		List<NodeProto> all = new ArrayList<>(graph.getNodeList());
		all.remove(at);
		all.addAll(at, List.of(nodes));
		graph.clearNode().addAllNode(all);
		return model.build();
	}

	/** The node that makes {@code h}. */
	private static NodeProto of(String operator, String... inputs) {
		return operator(operator, Y, List.of(inputs));
	}

	private static NodeProto of(String operator, List<String> inputs, AttributeProto... attributes) {
		return operator(operator, Y, inputs, attributes);
	}

	private static AttributeProto text(String name, String value) {
		return AttributeProto.newBuilder()
			.setName(name)
			.setType(AttributeType.STRING)
			.setS(ByteString.copyFromUtf8(value))
			.build();
	}

	private static AttributeProto graph(String name, GraphProto graph) {
		return AttributeProto.newBuilder().setName(name).setType(AttributeType.GRAPH).setG(graph).build();
	}

}
