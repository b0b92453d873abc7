package io.eidolon.graph.shape;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.eidolon.graph.Attribute;
import io.eidolon.graph.ForeignGenerators;
import io.eidolon.graph.InvalidGraphException;
import io.eidolon.graph.OnnxGraph;
import io.eidolon.graph.ir.Graph;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.eidolon.graph.ForeignGenerators.integer;
import static io.eidolon.graph.ForeignGenerators.integers;
import static io.eidolon.graph.ForeignGenerators.ints;
import static io.eidolon.graph.ForeignGenerators.operator;
import static io.eidolon.graph.ForeignGenerators.value;
import static io.eidolon.graph.ForeignGenerators.weights;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Holds what is told of shapes against what ONNX Runtime makes. */
@Tag("foreign")
class ShapesTests {

	static Stream<ModelProto> generators() {
		List<ModelProto> models = new ArrayList<>(ForeignGenerators.all().values());
		models.removeIf((model) -> model.getOpsetImport(0).getVersion() < 13 || model.getFunctionsCount() > 0
				|| model.getGraph().getNodeList().stream().anyMatch((node) -> node.getOpType().equals("If"))
				|| model.getGraph().getInput(0).getType().getTensorType().getElemType() != DataType.FLOAT_VALUE
				|| Named.of(model).of(model.getGraph().getInput(0).getName()).isEmpty());
		models.addAll(List.of(ForeignGenerators.keras(), ForeignGenerators.sprites(), ForeignGenerators.upsampling(),
				ForeignGenerators.grey(), ForeignGenerators.levels(DataType.UINT8)));
		return models.stream();
	}

	@ParameterizedTest
	@MethodSource("generators")
	void everyTensorOfAGeneratorIsAsItIsTold(ModelProto model) throws Exception {
		assertAsRun(model);
	}

	static Stream<Arguments> operators() {
		return Stream.of(arguments("Concat", List.of("x", "x"), List.of(integer("axis", -3))),
				arguments("Einsum", List.of("x", "x-last"), List.of(text("equation", "nchw,wd -> ndhc"))),
				arguments("Einsum", List.of("x", "x"), List.of(text("equation", "...hw,...kw->...hk"))),
				arguments("Einsum", List.of("x"), List.of(text("equation", "nchw"))),
				arguments("DynamicQuantizeLinear", List.of("x"), List.of()),
				arguments("Split", List.of("x", "parts:1,2"), List.of(integer("axis", 1))),
				arguments("Slice", List.of("x", "starts:-1,0", "ends:-9,3", "axes:2,3", "steps:-2,1"), List.of()),
				arguments("Slice", List.of("x", "starts:1", "ends:9223372036854775807", "axes:3", "steps:2"),
						List.of()),
				arguments("Gather", List.of("x", "axes:1,0,2"), List.of(integer("axis", 1))),
				arguments("GatherND", List.of("x", "places:0,2"), List.of()),
				arguments("Unsqueeze", List.of("x", "axes:0,-1"), List.of()),
				arguments("Squeeze", List.of("x"), List.of()), arguments("Squeeze", List.of("x", "axes:0"), List.of()),
				arguments("Transpose", List.of("x"), List.of()),
				arguments("Transpose", List.of("x"), List.of(ints("perm", 0, 2, 3, 1))),
				arguments("Flatten", List.of("x"), List.of(integer("axis", -2))),
				arguments("Reshape", List.of("x", "shape:0,-1,2"), List.of()),
				arguments("Expand", List.of("x", "shape:2,1,1,1,1"), List.of()),
				arguments("Tile", List.of("x", "repeats:1,2,1,3"), List.of()),
				arguments("Pad", List.of("x", "pads:0,0,1,2,0,0,0,-1"), List.of()),
				arguments("Resize", List.of("x", "", "", "sizes:1,3,7,2"), List.of()),
				arguments("ReduceMean", List.of("x"), List.of(ints("axes", -1, 1), integer("keepdims", 0))),
				arguments("ReduceSum", List.of("x", "axes:2"), List.of()),
				arguments("ReduceMax", List.of("x"), List.of(integer("keepdims", 0))),
				arguments("ArgMax", List.of("x"), List.of(integer("axis", 2))),
				arguments("TopK", List.of("x", "k:2"), List.of(integer("axis", 1))),
				arguments("MaxPool", List.of("x"),
						List.of(ints("kernel_shape", 2, 3), ints("strides", 3, 2), integer("ceil_mode", 1))),
				arguments("AveragePool", List.of("x"), List.of(ints("kernel_shape", 3, 3), ints("pads", 1, 1, 1, 1))),
				arguments("GlobalAveragePool", List.of("x"), List.of()),
				arguments("SpaceToDepth", List.of("x"), List.of(integer("blocksize", 2))),
				arguments("MatMul", List.of("x", "x-last"), List.of()), arguments("Shape", List.of("x"), List.of()),
				arguments("Softmax", List.of("x"), List.of()));
	}

	@ParameterizedTest
	@MethodSource("operators")
	void anOperatorMakesWhatItIsTold(String operator, List<String> inputs, List<AttributeProto> attributes)
			throws Exception {
		List<TensorProto> constants = new ArrayList<>();
		List<String> names = new ArrayList<>();
		for (String input : inputs) {
			String name = input.split(":")[0];
			names.add(name);
			if (input.contains(":")) {
				long[] values = Stream.of(input.split(":")[1].split(",")).mapToLong(Long::parseLong).toArray();
				constants.add(integers(name, values, values.length));
			}
		}
		constants.add(weights("x-last", new float[24], 6, 4));
		NodeProto.Builder node = operator(operator, "y", names, attributes.toArray(new AttributeProto[0])).toBuilder();
		if (Set.of("Split", "TopK", "DynamicQuantizeLinear").contains(operator)) {
			node.addOutput("y2");
		}
		if (operator.equals("DynamicQuantizeLinear")) {
			node.addOutput("y3");
		}
		assertAsRun(ForeignGenerators.of(value("x", DataType.FLOAT, -1, 3, 4, 6), List.of(node.build()),
				value("y", DataType.FLOAT, -1), constants.toArray(new TensorProto[0])));
	}

	@ParameterizedTest
	@CsvSource({ "RNN, 1", "GRU, 3", "LSTM, 4" })
	void recurrentLayersAreTold(String operator, int gates) throws Exception {
		NodeProto.Builder layer = operator(operator, "y", List.of("steps", "w", "r"), integer("hidden_size", 5))
			.toBuilder();
		layer.addOutput("last");
		if (operator.equals("LSTM")) {
			layer.addOutput("cell");
		}
		assertAsRun(ForeignGenerators.of(value("x", DataType.FLOAT, -1, 3, 4, 6),
				List.of(operator("Reshape", "steps", List.of("x", "shape")), layer.build()),
				value("y", DataType.FLOAT, -1), integers("shape", new long[] { 3, 4, 6 }, 3),
				weights("w", new float[gates * 30], 1, gates * 5, 6),
				weights("r", new float[gates * 25], 1, gates * 5, 5)));
	}

	private static AttributeProto text(String name, String value) {
		return Attribute.text(name, value).onnx();
	}

	@Test
	void convolutionsOfAnySizeAreTold() throws Exception {
		Random random = new Random(5);
		for (int i = 0; i < 60; i++) {
			int group = 1 + random.nextInt(2);
			int channels = group * (1 + random.nextInt(3));
			int filters = group * (1 + random.nextInt(3));
			int[] kernel = { 1 + random.nextInt(4), 1 + random.nextInt(4) };
			boolean transposed = random.nextBoolean();
			long[] w = transposed ? new long[] { channels, filters / group, kernel[0], kernel[1] }
					: new long[] { filters, channels / group, kernel[0], kernel[1] };
			int stride = 1 + random.nextInt(3);
			long[] pads = LongStream.generate(() -> random.nextInt(Math.min(kernel[0], kernel[1]))).limit(4).toArray();
			List<AttributeProto> attributes = new ArrayList<>(List.of(integer("group", group),
					ints("strides", stride, stride), ints("pads", pads), ints("dilations", 1, 1 + random.nextInt(2))));
			if (transposed && stride > 1) {
				attributes.add(ints("output_padding", random.nextInt(stride), 0));
			}
			assertAsRun(ForeignGenerators.of(value("x", DataType.FLOAT, -1, channels, 7, 9),
					List.of(operator(transposed ? "ConvTranspose" : "Conv", "y", List.of("x", "w"),
							attributes.toArray(new AttributeProto[0]))),
					value("y", DataType.FLOAT, -1),
					weights("w", new float[(int) LongStream.of(w).reduce(1, (a, b) -> a * b)], w)));
		}
	}

	@Test
	void sizesThatAreComputedFromShapesAreTold() {
		Named shapes = Named.of(ForeignGenerators.upsampling());
		assertThat(shapes.of("n4")).contains(List.of(4L));
		assertThat(shapes.values("n4").orElseThrow()).containsExactly(1, 4, 4, 4);
		assertThat(shapes.of("h2")).contains(List.of(1L, 4L, 4L, 4L));
	}

	@Test
	void padsThatAreCutTurnedAndPutTogetherAreTold() {
		Named shapes = Named.of(Objects.requireNonNull(ForeignGenerators.all().get("pads that are computed")));
		assertThat(shapes.values("pads").orElseThrow()).containsExactly(0, 0, 3, 2, 0, 0, 2, 1);
		assertThat(shapes.of("framed")).contains(List.of(1L, 3L, 21L, 19L));
	}

	@Test
	void smallTensorsAreStretchedToEachOther() {
		Named shapes = Named.of(ForeignGenerators.of(value("x", DataType.FLOAT, -1),
				List.of(operator("Mul", "y", List.of("row", "column"))), value("y", DataType.INT64, 2, 2),
				integers("row", new long[] { 1, 2 }, 1, 2), integers("column", new long[] { 3, 5 }, 2, 1)));
		assertThat(shapes.values("y").orElseThrow()).containsExactly(3, 6, 5, 10);
	}

	@Test
	void shapesFollowThoseOfTheInputs() {
		Graph graph = Graph.of(OnnxGraph.of(ForeignGenerators.plain()));
		Shapes shapes = Shapes.of(graph,
				Map.of(graph.inputs().getFirst(), List.of(7L, (long) ForeignGenerators.DIMENSION)));
		assertThat(shapes.of(graph.outputs().getFirst())).contains(List.of(7L, 3L, 16L, 16L));
	}

	@Test
	void whatOnlyARunTellsStaysUnknown() {
		ModelProto model = ForeignGenerators.of(value("x", DataType.FLOAT, -1, 4), List
			.of(operator("NonZero", "found", List.of("x")), operator("Cast", "y", List.of("found"), integer("to", 1))),
				value("y", DataType.FLOAT, -1));
		Named shapes = Named.of(model);
		assertThat(shapes.of("x")).contains(List.of(1L, 4L));
		assertThat(shapes.of("y")).isEmpty();
		assertThat(shapes.type("y")).isEqualTo(DataType.FLOAT);
		assertThatExceptionOfType(InvalidGraphException.class)
			.isThrownBy(() -> Footprint.of(shapes.graph(), shapes.shapes()))
			.withMessage("The size of what operator NonZero makes cannot be told before a run; "
					+ "only graphs where it can are run");
	}

	@ParameterizedTest
	@ValueSource(longs = { 0, -1, -7 })
	void anIntegerDivisionThatAProcessorTrapsIsRefused(long divisor) {
		assertThatExceptionOfType(InvalidGraphException.class)
			.isThrownBy(() -> Shapes.of(Graph.of(OnnxGraph.of(ForeignGenerators.of(value("x", DataType.INT64, -1),
					List.of(operator("Div", "y", List.of("x", "by"))), value("y", DataType.INT64, -1),
					integers("by", new long[] { divisor }))))))
			.withMessage("Operator Div (y) divides integers by %d; 1 is the least".formatted(divisor));
	}

	@Test
	void aConvolutionWithoutGroupsIsRefused() {
		assertThatExceptionOfType(InvalidGraphException.class)
			.isThrownBy(
					() -> Shapes.of(Graph.of(OnnxGraph.of(ForeignGenerators.of(value("x", DataType.FLOAT, -1, 1, 4, 4),
							List.of(operator("Conv", "y", List.of("x", "w"), integer("group", 0))),
							value("y", DataType.FLOAT, -1), weights("w", new float[1], 1, 1, 1, 1))))))
			.withMessage("Operator Conv (y) has 0 groups");
	}

	@Test
	void whatDoublesUntilNoMemoryIsLeftIsRefused() {
		List<NodeProto> nodes = new ArrayList<>();
		String x = "x";
		for (int i = 0; i < 60; i++) {
			nodes.add(operator("Concat", "x" + i, List.of(x, x), integer("axis", 1)));
			x = "x" + i;
		}
		Graph graph = Graph.of(OnnxGraph
			.of(ForeignGenerators.of(value("x", DataType.FLOAT, -1, 64), nodes, value(x, DataType.FLOAT, -1, -1))));
		assertThatExceptionOfType(InvalidGraphException.class).isThrownBy(() -> Footprint.of(graph, Shapes.of(graph)))
			.withMessageMatching(
					"what Concat \\(x\\d+\\) makes has the shape \\[1, \\d+]; at most 2147483647 elements fit");
	}

	@Test
	void whatIsHeldAtATimeIsAddedUp() {
		// x and y are held beside z, and nothing longer than it is read.
		Graph graph = Graph.of(OnnxGraph.of(ForeignGenerators.of(value("x", DataType.FLOAT, -1, 1000),
				List.of(operator("Relu", "a", List.of("x")), operator("Relu", "b", List.of("a")),
						operator("Relu", "c", List.of("b")), operator("Relu", "d", List.of("c"))),
				value("d", DataType.FLOAT, -1, 1000))));
		assertThat(Footprint.of(graph, Shapes.of(graph)).bytes()).isEqualTo(2 * 4000);
	}

	/** Runs a model with every inner tensor as an output. */
	private static void assertAsRun(ModelProto model) throws OrtException {
		Named shapes = Named.of(model);
		GraphProto.Builder graph = model.getGraph().toBuilder().clearOutput();
		for (NodeProto node : model.getGraph().getNodeList()) {
			node.getOutputList().forEach((output) -> graph.addOutput(ValueInfoProto.newBuilder().setName(output)));
		}
		ValueInfoProto input = graph.getInput(0);
		long[] shape = shapes.of(input.getName()).orElseThrow().stream().mapToLong(Long::longValue).toArray();
		OrtEnvironment environment = OrtEnvironment.getEnvironment();
		try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
			options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
			try (OrtSession session = environment.createSession(model.toBuilder().setGraph(graph).build().toByteArray(),
					options);
					OnnxTensor x = OnnxTensor.createTensor(environment,
							FloatBuffer.wrap(new float[(int) LongStream.of(shape).reduce(1, (a, b) -> a * b)]), shape);
					OrtSession.Result result = session.run(Map.of(input.getName(), x))) {
				for (Map.Entry<String, OnnxValue> made : result) {
					List<Long> actual = LongStream.of(((TensorInfo) made.getValue().getInfo()).getShape())
						.boxed()
						.toList();
					assertThat(shapes.of(made.getKey())).as(made.getKey()).contains(actual);
				}
			}
		}
	}

	/**
	 * Shapes by the names of a file.
	 *
	 * @param graph the graph
	 * @param shapes the shapes of its values
	 */
	private record Named(Graph graph, Shapes shapes) {

		static Named of(ModelProto model) {
			Graph graph = Graph.of(OnnxGraph.of(model));
			return new Named(graph, Shapes.of(graph));
		}

		Optional<List<Long>> of(String value) {
			return this.shapes.of(this.graph.value(value).orElseThrow());
		}

		Optional<double[]> values(String value) {
			return this.shapes.values(this.graph.value(value).orElseThrow());
		}

		DataType type(String value) {
			return this.shapes.type(this.graph.value(value).orElseThrow());
		}

	}

}
