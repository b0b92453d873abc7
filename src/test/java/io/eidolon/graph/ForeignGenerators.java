package io.eidolon.graph;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataLocation;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;

/**
 * Generators as others export them: each generates the pictures of {@link #plain()} from
 * the same latents, whatever its ports look like.
 */
public final class ForeignGenerators {

	/** The length of a latent. */
	public static final int DIMENSION = 8;

	/** Width and height in pixels. */
	public static final int SIDE = 16;

	/** How many classes a conditional one has. */
	public static final int CLASSES = 5;

	/** An axis that each run decides. */
	private static final long OPEN = -1;

	private final GraphProto.Builder graph = GraphProto.newBuilder().setName("foreign");

	private final Random random = new Random(29);

	private int opset = 17;

	private ForeignGenerators() {
	}

	/** Each by what is unusual about it. */
	public static Map<String, ModelProto> all() {
		Map<String, ModelProto> all = new LinkedHashMap<>();
		all.put("plain", plain());
		all.put("a latent of one axis", latent("Reshape", new long[] { 1, DIMENSION }, DIMENSION));
		all.put("a latent of four axes", latent("Reshape", new long[] { -1, DIMENSION }, OPEN, DIMENSION, 1, 1));
		all.put("a batch of one", latent("Reshape", new long[] { 1, DIMENSION }, 1, DIMENSION));
		all.put("a batch of one that need not be", latent("Reshape", new long[] { -1, DIMENSION }, 1, DIMENSION));
		all.put("a batch of 64 that need not be", latent("Reshape", new long[] { -1, DIMENSION }, 64, DIMENSION));
		all.put("a latent along the last of three axes",
				latent("Reshape", new long[] { -1, DIMENSION }, OPEN, 1, DIMENSION));
		all.put("a latent along the last of four axes",
				latent("Reshape", new long[] { -1, DIMENSION }, OPEN, 1, 1, DIMENSION));
		all.put("a latent along the first of three axes",
				latent("Reshape", new long[] { 1, DIMENSION }, DIMENSION, 1, 1));
		all.put("a latent of five axes", latent("Reshape", new long[] { -1, DIMENSION }, OPEN, DIMENSION, 1, 1, 1));
		all.put("a branch that shapes decide", squeezing());
		all.put("pads that are computed", padded());
		all.put("a function in the file", calling());
		all.put("bfloat16", cast(DataType.BFLOAT16));
		all.put("no declared length", latent("Reshape", new long[] { -1, DIMENSION }, OPEN, OPEN));
		all.put("channels last", output("Transpose", ints("perm", 0, 2, 3, 1), OPEN, SIDE, SIDE, 3));
		all.put("flat pictures", output("Flatten", integer("axis", 1), OPEN, 3 * SIDE * SIDE));
		all.put("no declared picture", output("Transpose", ints("perm", 0, 1, 2, 3), OPEN, OPEN, OPEN, OPEN));
		all.put("double", cast(DataType.DOUBLE));
		all.put("double, with an operator that has none", doubles());
		all.put("half", cast(DataType.FLOAT16));
		all.put("opset 9", opset9());
		return all;
	}

	/**
	 * z float (N, 8) to image float (N, 3, 16, 16) with tanh, as PyTorch exports a DCGAN.
	 */
	public static ModelProto plain() {
		ForeignGenerators made = new ForeignGenerators();
		made.input("z", DataType.FLOAT, OPEN, DIMENSION);
		made.node("Tanh", "image", List.of(made.pixels("z")));
		return made.model(DataType.FLOAT, OPEN, 3, SIDE, SIDE);
	}

	/** Other numbers for the same pictures: sigmoid of twice what goes into tanh. */
	public static ModelProto sigmoid() {
		ForeignGenerators made = new ForeignGenerators();
		made.input("z", DataType.FLOAT, OPEN, DIMENSION);
		made.node("Mul", "twice", List.of(made.pixels("z"), made.floats("two", new float[] { 2 })));
		made.node("Sigmoid", "image", List.of("twice"));
		return made.model(DataType.FLOAT, OPEN, 3, SIDE, SIDE);
	}

	/** The same pictures as levels, in floats or bytes. */
	public static ModelProto levels(DataType type) {
		ForeignGenerators made = new ForeignGenerators();
		made.input("z", DataType.FLOAT, OPEN, DIMENSION);
		made.node("Mul", "twice", List.of(made.pixels("z"), made.floats("two", new float[] { 2 })));
		made.node("Sigmoid", "unit", List.of("twice"));
		made.node("Mul", "levels", List.of(made.floats("most", new float[] { 255 }), "unit"));
		made.node("Round", "rounded", List.of("levels"));
		made.node("Cast", "image", List.of("rounded"), integer("to", type.getNumber()));
		return made.model(type, OPEN, 3, SIDE, SIDE);
	}

	/** The first channel alone. */
	public static ModelProto grey() {
		ForeignGenerators made = new ForeignGenerators();
		made.input("z", DataType.FLOAT, OPEN, DIMENSION);
		made.node("Tanh", "colour", List.of(made.pixels("z")));
		made.node("Gather", "image", List.of("colour", made.scalar("red", 0)), integer("axis", 1));
		return made.model(DataType.FLOAT, OPEN, SIDE, SIDE);
	}

	/**
	 * Generates with an offset for each class, which is given as an index or as one-hot.
	 */
	public static ModelProto conditional(boolean oneHot, DataType type) {
		ForeignGenerators made = new ForeignGenerators();
		made.input("z", DataType.FLOAT, OPEN, DIMENSION);
		made.input("labels", type, oneHot ? new long[] { OPEN, CLASSES } : new long[] { OPEN });
		String table = made.floats("table", made.normal(CLASSES * DIMENSION, 2), CLASSES, DIMENSION);
		made.node(oneHot ? "MatMul" : "Gather", "offset", oneHot ? List.of("labels", table) : List.of(table, "labels"));
		made.node("Add", "moved", List.of("z", "offset"));
		made.node("Tanh", "image", List.of(made.pixels("moved")));
		return made.model(DataType.FLOAT, OPEN, 3, SIDE, SIDE);
	}

	/**
	 * The same with a label of any type and name, as an index of some axes or as one-hot.
	 */
	public static ModelProto labelled(String latent, String label, DataType type, boolean oneHot, long... shape) {
		ForeignGenerators made = new ForeignGenerators();
		made.input(label, type, shape);
		made.input(latent, DataType.FLOAT, OPEN, DIMENSION);
		String table = made.floats("table", made.normal(CLASSES * DIMENSION, 2), CLASSES, DIMENSION);
		String which = made.longs("row", oneHot ? new long[] { -1, CLASSES } : new long[] { -1 });
		made.node("Cast", "number", List.of(label),
				integer("to", oneHot ? DataType.FLOAT_VALUE : DataType.INT64_VALUE));
		made.node("Reshape", "index", List.of("number", which));
		made.node(oneHot ? "MatMul" : "Gather", "offset", oneHot ? List.of("index", table) : List.of(table, "index"));
		made.node("Add", "moved", List.of(latent, "offset"));
		made.node("Tanh", "image", List.of(made.pixels("moved")));
		return made.model(DataType.FLOAT, OPEN, 3, SIDE, SIDE);
	}

	/**
	 * As Keras models are converted: Dense, NHWC inside, BatchNormalization after Relu.
	 */
	public static ModelProto keras() {
		ForeignGenerators made = new ForeignGenerators();
		made.input("z", DataType.FLOAT, OPEN, DIMENSION);
		made.node("MatMul", "t1", List.of("z", made.floats("k", made.normal(DIMENSION * 64, 0.5), DIMENSION, 64)));
		made.node("Add", "t2", List.of("t1", made.floats("b", made.normal(64, 0.1), 64)));
		made.node("Reshape", "t3", List.of("t2", made.longs("s", -1, 4, 4, 4)));
		made.node("Transpose", "t4", List.of("t3"), ints("perm", 0, 3, 1, 2));
		made.node("ConvTranspose", "t5", List.of("t4", made.floats("w", made.normal(4 * 6 * 16, 0.3), 4, 6, 4, 4)),
				ints("kernel_shape", 4, 4), ints("pads", 1, 1, 1, 1), ints("strides", 2, 2));
		made.node("Relu", "t6", List.of("t5"));
		made.normalize("t6", "t7", 6);
		made.node("ConvTranspose", "t8", List.of("t7", made.floats("v", made.normal(6 * 3 * 16, 0.3), 6, 3, 4, 4)),
				ints("kernel_shape", 4, 4), ints("pads", 1, 1, 2, 2));
		made.node("Sigmoid", "image", List.of("t8"));
		return made.model(DataType.FLOAT, OPEN, OPEN, OPEN, OPEN);
	}

	/** As PyTorch exports a model with instance normalization and a batch of one. */
	public static ModelProto sprites() {
		ForeignGenerators made = new ForeignGenerators();
		made.input("random_input", DataType.FLOAT, 1, DIMENSION, 1, 1);
		made.node("ConvTranspose", "x1",
				List.of("random_input", made.floats("w", made.normal(DIMENSION * 6 * 16, 0.5), DIMENSION, 6, 4, 4)),
				ints("dilations", 1, 1), integer("group", 1), ints("kernel_shape", 4, 4), ints("strides", 1, 1));
		made.node("Constant", "scale", List.of(), tensor("value", made.ones(6)));
		made.node("Constant", "shift", List.of(), tensor("value", made.ones(6)));
		made.node("InstanceNormalization", "x2", List.of("x1", "scale", "shift"));
		made.node("LeakyRelu", "x3", List.of("x2"));
		made.node("ConvTranspose", "x4", List.of("x3", made.floats("v", made.normal(6 * 3 * 16, 0.3), 6, 3, 4, 4)),
				ints("kernel_shape", 4, 4), ints("pads", 1, 1, 1, 1), ints("strides", 2, 2));
		made.node("Tanh", "image_output", List.of("x4"));
		return made.model("image_output", DataType.FLOAT, 1, 3, 8, 8);
	}

	/**
	 * Nearest upsampling and convolutions, sizes computed from shapes as exporters do.
	 */
	public static ModelProto upsampling() {
		ForeignGenerators made = new ForeignGenerators();
		made.input("noise", DataType.FLOAT, OPEN, DIMENSION);
		made.node("Gemm", "h1", List.of("noise", made.floats("k", made.normal(DIMENSION * 64, 0.5), 64, DIMENSION)),
				integer("transB", 1));
		made.node("Shape", "n1", List.of("noise"));
		made.node("Gather", "n2", List.of("n1", made.scalar("zero", 0)), integer("axis", 0));
		made.node("Unsqueeze", "n3", List.of("n2", made.longs("axes", 0)));
		made.node("Concat", "n4", List.of("n3", made.longs("rest", 4, 4, 4)), integer("axis", 0));
		made.node("Reshape", "h2", List.of("h1", "n4"));
		made.node("Resize", "h3", List.of("h2", "", made.floats("scales", new float[] { 1, 1, 2, 2 }, 4)));
		made.node("Conv", "h4", List.of("h3", made.floats("w", made.normal(3 * 4 * 9, 0.3), 3, 4, 3, 3)),
				ints("kernel_shape", 3, 3), ints("pads", 1, 1, 1, 1));
		made.node("Clip", "image",
				List.of("h4", made.floats("low", new float[] { -1 }), made.floats("high", new float[] { 1 })));
		return made.model(DataType.FLOAT, OPEN, 3, 8, 8);
	}

	/** A graph of given nodes, for what is no generator. */
	public static ModelProto of(ValueInfoProto input, List<NodeProto> nodes, ValueInfoProto output,
			TensorProto... weights) {
		return ModelProto.newBuilder()
			.setIrVersion(8)
			.addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(17))
			.setGraph(GraphProto.newBuilder()
				.setName("other")
				.addInput(input)
				.addAllNode(nodes)
				.addOutput(output)
				.addAllInitializer(List.of(weights)))
			.build();
	}

	/** A port of a graph; axes of -1 are open. */
	public static ValueInfoProto value(String name, DataType type, long... shape) {
		TensorShapeProto.Builder axes = TensorShapeProto.newBuilder();
		for (int i = 0; i < shape.length; i++) {
			if (shape[i] == OPEN) {
				axes.addDimBuilder().setDimParam("d" + i);
			}
			else {
				axes.addDimBuilder().setDimValue(shape[i]);
			}
		}
		return ValueInfoProto.newBuilder()
			.setName(name)
			.setType(TypeProto.newBuilder()
				.setTensorType(TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(axes)))
			.build();
	}

	/** A node of a graph. */
	public static NodeProto operator(String operator, String output, List<String> inputs,
			AttributeProto... attributes) {
		return NodeProto.newBuilder()
			.setOpType(operator)
			.setName(output)
			.addAllInput(inputs)
			.addOutput(output)
			.addAllAttribute(List.of(attributes))
			.build();
	}

	/** Weights of a graph. */
	public static TensorProto weights(String name, float[] values, long... shape) {
		ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
		bytes.asFloatBuffer().put(values);
		return tensor(name, DataType.FLOAT, bytes, shape);
	}

	/** Integers of a graph. */
	public static TensorProto integers(String name, long[] values, long... shape) {
		ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
		bytes.asLongBuffer().put(values);
		return tensor(name, DataType.INT64, bytes, shape);
	}

	/** An attribute that is one integer. */
	public static AttributeProto integer(String name, long value) {
		return AttributeProto.newBuilder().setName(name).setType(AttributeType.INT).setI(value).build();
	}

	/** An attribute that is a list of integers. */
	public static AttributeProto ints(String name, long... values) {
		return AttributeProto.newBuilder()
			.setName(name)
			.setType(AttributeType.INTS)
			.addAllInts(LongStream.of(values).boxed().toList())
			.build();
	}

	private static AttributeProto tensor(String name, TensorProto value) {
		return AttributeProto.newBuilder().setName(name).setType(AttributeType.TENSOR).setT(value).build();
	}

	private static TensorProto tensor(String name, DataType type, ByteBuffer bytes, long... shape) {
		return TensorProto.newBuilder()
			.setName(name)
			.setDataType(type.getNumber())
			.addAllDims(LongStream.of(shape).boxed().toList())
			.setRawData(ByteString.copyFrom(bytes))
			.build();
	}

	private static ModelProto latent(String operator, long[] to, long... declared) {
		ForeignGenerators made = new ForeignGenerators();
		made.input("noise", DataType.FLOAT, declared);
		made.node(operator, "z", List.of("noise", made.longs("to", to)));
		made.node("Tanh", "image", List.of(made.pixels("z")));
		return made.model(DataType.FLOAT, OPEN, 3, SIDE, SIDE);
	}

	private static ModelProto output(String operator, AttributeProto attribute, long... declared) {
		ForeignGenerators made = new ForeignGenerators();
		made.input("z", DataType.FLOAT, OPEN, DIMENSION);
		made.node("Tanh", "picture", List.of(made.pixels("z")));
		made.node(operator, "image", List.of("picture"), attribute);
		return made.model(DataType.FLOAT, declared);
	}

	private static ModelProto cast(DataType type) {
		ForeignGenerators made = new ForeignGenerators();
		made.input("label", type, OPEN, DIMENSION);
		made.node("Cast", "z", List.of("label"), integer("to", DataType.FLOAT_VALUE));
		made.node("Tanh", "x", List.of(made.pixels("z")));
		made.node("Cast", "y", List.of("x"), integer("to", type.getNumber()));
		return made.model("y", type, OPEN, 3, SIDE, SIDE);
	}

	/** ONNX Runtime has no Erf of doubles. */
	private static ModelProto doubles() {
		ModelProto.Builder model = plain().toBuilder();
		GraphProto.Builder graph = model.getGraphBuilder();
		graph.getInitializerBuilderList()
			.stream()
			.filter((weight) -> weight.getDataType() == DataType.FLOAT_VALUE)
			.forEach(ForeignGenerators::widen);
		graph.setInput(0, value("z", DataType.DOUBLE, OPEN, DIMENSION));
		graph.addNode(operator("Erf", "curve", List.of("image")));
		graph.addNode(operator("Sub", "nothing", List.of("curve", "curve")));
		graph.addNode(operator("Add", "picture", List.of("image", "nothing")));
		graph.setOutput(0, value("picture", DataType.DOUBLE, OPEN, 3, SIDE, SIDE));
		return model.build();
	}

	private static void widen(TensorProto.Builder weight) {
		ByteBuffer floats = weight.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
		ByteBuffer doubles = ByteBuffer.allocate(2 * floats.remaining()).order(ByteOrder.LITTLE_ENDIAN);
		while (floats.hasRemaining()) {
			doubles.putDouble(floats.getFloat());
		}
		weight.setDataType(DataType.DOUBLE_VALUE).setRawData(ByteString.copyFrom(doubles.flip()));
	}

	/** Ends as PyTorch before 2.5 exports {@code squeeze(1)}: dropped if it is 1. */
	private static ModelProto squeezing() {
		ForeignGenerators made = new ForeignGenerators();
		made.input("z", DataType.FLOAT, OPEN, DIMENSION);
		made.node("Unsqueeze", "deep", List.of("z", made.longs("one", 1)));
		made.node("Shape", "sizes", List.of("deep"));
		made.node("Gather", "size", List.of("sizes", made.longs("second", 1)), integer("axis", 0));
		made.node("Equal", "is one", List.of("size", "one"));
		GraphProto squeeze = GraphProto.newBuilder()
			.setName("then")
			.addNode(operator("Squeeze", "x", List.of("deep", "axes")))
			.addInitializer(integers("axes", new long[] { 1 }, 1))
			.addOutput(ValueInfoProto.newBuilder().setName("x"))
			.build();
		GraphProto keep = GraphProto.newBuilder()
			.setName("else")
			.addNode(operator("Identity", "x", List.of("deep")))
			.addOutput(ValueInfoProto.newBuilder().setName("x"))
			.build();
		made.node("If", "flat", List.of("is one"), branch("then_branch", squeeze), branch("else_branch", keep));
		made.node("Tanh", "image", List.of(made.pixels("flat")));
		return made.model(DataType.FLOAT, OPEN, 3, SIDE, SIDE);
	}

	private static AttributeProto branch(String name, GraphProto graph) {
		return AttributeProto.newBuilder().setName(name).setType(AttributeType.GRAPH).setG(graph).build();
	}

	/**
	 * Mirrors the border and cuts it off again, with pads as PyTorch's older exporter
	 * computes them: from last axis to first, as a matrix that is turned.
	 */
	private static ModelProto padded() {
		ForeignGenerators made = new ForeignGenerators();
		made.input("z", DataType.FLOAT, OPEN, DIMENSION);
		made.node("Tanh", "t1", List.of(made.pixels("z")));
		made.node("ConstantOfShape", "none", List.of(made.longs("four", 4)),
				tensor("value", integers("", new long[] { 0 }, 1)));
		made.node("Concat", "flat", List.of(made.longs("last first", 2, 1, 3, 2), "none"), integer("axis", 0));
		made.node("Reshape", "pairs", List.of("flat", made.longs("two", -1, 2)));
		made.node("Slice", "first first", List.of("pairs", made.longs("start", -1), made.longs("end", Long.MIN_VALUE),
				made.longs("axis", 0), made.longs("step", -1)));
		made.node("Transpose", "befores and afters", List.of("first first"), ints("perm", 1, 0));
		made.node("Reshape", "one axis", List.of("befores and afters", made.longs("one", -1)));
		made.node("Cast", "pads", List.of("one axis"), integer("to", DataType.INT64_VALUE));
		made.node("Pad", "framed", List.of("t1", "pads"), Attribute.text("mode", "reflect").onnx());
		made.node("Slice", "image", List.of("framed", made.longs("from", 3, 2), made.longs("to", 3 + SIDE, 2 + SIDE),
				made.longs("axes", 2, 3)));
		return made.model(DataType.FLOAT, OPEN, 3, SIDE, SIDE);
	}

	/** Calls a function that calls another, with a setting that is handed on. */
	private static ModelProto calling() {
		ForeignGenerators made = new ForeignGenerators();
		made.input("z", DataType.FLOAT, OPEN, DIMENSION);
		made.graph
			.addNode(operator("Shaped", "shaped", List.of("z"), integer("axis", 1)).toBuilder().setDomain("other"));
		made.node("Tanh", "image", List.of(made.pixels("shaped")));
		FunctionProto.Builder shaped = FunctionProto.newBuilder()
			.setName("Shaped")
			.setDomain("other")
			.addInput("x")
			.addOutput("y")
			.addAttribute("axis")
			.addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(17))
			.addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("other").setVersion(1))
			.addNode(operator("Identity", "h", List.of("x")))
			.addNode(operator("Flat", "y", List.of("h"), reference("axis", "axis")).toBuilder().setDomain("other"));
		FunctionProto.Builder flat = FunctionProto.newBuilder()
			.setName("Flat")
			.setDomain("other")
			.addInput("a")
			.addOutput("b")
			.addAttribute("axis")
			.addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(17))
			.addNode(operator("Identity", "h", List.of("a")))
			.addNode(operator("Flatten", "b", List.of("h"), reference("axis", "axis")));
		return made.model(DataType.FLOAT, OPEN, 3, SIDE, SIDE)
			.toBuilder()
			.addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("other").setVersion(1))
			.addFunctions(shaped)
			.addFunctions(flat)
			.build();
	}

	private static AttributeProto reference(String name, String of) {
		return AttributeProto.newBuilder().setName(name).setType(AttributeType.INT).setRefAttrName(of).build();
	}

	/** With weights among the inputs, and settings as attributes. */
	private static ModelProto opset9() {
		ForeignGenerators made = new ForeignGenerators();
		made.opset = 9;
		made.input("z", DataType.FLOAT, OPEN, DIMENSION);
		made.node("Tanh", "t1", List.of(made.pixels("z")));
		made.node("Clip", "t2", List.of("t1"), real("min", -2), real("max", 2));
		made.node("Pad", "t3", List.of("t2"), ints("pads", 0, 0, 1, 1, 0, 0, 1, 1));
		made.node("Slice", "t4", List.of("t3"), ints("starts", 1, 1), ints("ends", -1, -1), ints("axes", 2, 3));
		made.node("Unsqueeze", "t5", List.of("t4"), ints("axes", 0));
		made.node("Squeeze", "t6", List.of("t5"), ints("axes", 0));
		made.node("Upsample", "t7", List.of("t6", made.floats("scales", new float[] { 1, 1, 2, 2 }, 4)));
		made.node("MaxPool", "t8", List.of("t7"), ints("kernel_shape", 2, 2), ints("strides", 2, 2));
		made.node("Dropout", "image", List.of("t8"), real("ratio", 0.5f));
		for (TensorProto weight : made.graph.getInitializerList()) {
			made.input(weight.getName(), DataType.forNumber(weight.getDataType()),
					weight.getDimsList().stream().mapToLong(Long::longValue).toArray());
		}
		return made.model(DataType.FLOAT, OPEN, 3, SIDE, SIDE);
	}

	private static AttributeProto real(String name, float value) {
		return AttributeProto.newBuilder().setName(name).setType(AttributeType.FLOAT).setF(value).build();
	}

	/** From a latent (N, 8) to what goes into tanh, (N, 3, 16, 16). */
	private String pixels(String z) {
		node("Reshape", "p0", List.of(z, longs("pixel", -1, DIMENSION, 1, 1)));
		node("ConvTranspose", "p1", List.of("p0", floats("w0", normal(DIMENSION * 6 * 16, 0.4), DIMENSION, 6, 4, 4)),
				ints("kernel_shape", 4, 4), ints("strides", 1, 1), ints("pads", 0, 0, 0, 0));
		normalize("p1", "p2", 6);
		node("Relu", "p3", List.of("p2"));
		node("ConvTranspose", "p4", List.of("p3", floats("w1", normal(6 * 4 * 16, 0.3), 6, 4, 4, 4)),
				ints("kernel_shape", 4, 4), ints("strides", 2, 2), ints("pads", 1, 1, 1, 1));
		node("Relu", "p5", List.of("p4"));
		node("ConvTranspose", "p6", List.of("p5", floats("w2", normal(4 * 3 * 16, 0.3), 4, 3, 4, 4)),
				ints("kernel_shape", 4, 4), ints("strides", 2, 2), ints("pads", 1, 1, 1, 1));
		return "p6";
	}

	private void normalize(String x, String y, int channels) {
		node("BatchNormalization", y,
				List.of(x, floats(y + "g", ones(channels)), floats(y + "b", normal(channels, 0.1), channels),
						floats(y + "m", normal(channels, 0.1), channels), floats(y + "v", ones(channels))));
	}

	private void input(String name, DataType type, long... shape) {
		this.graph.addInput(value(name, type, shape));
	}

	private void node(String operator, String output, List<String> inputs, AttributeProto... attributes) {
		this.graph.addNode(operator(operator, output, inputs, attributes));
	}

	private String floats(String name, float[] values, long... shape) {
		this.graph.addInitializer(weights(name, values, shape));
		return name;
	}

	private String floats(String name, TensorProto values) {
		this.graph.addInitializer(values.toBuilder().setName(name));
		return name;
	}

	private String longs(String name, long... values) {
		this.graph.addInitializer(integers(name, values, values.length));
		return name;
	}

	private String scalar(String name, long value) {
		this.graph.addInitializer(integers(name, new long[] { value }));
		return name;
	}

	private TensorProto ones(int size) {
		float[] values = new float[size];
		Arrays.fill(values, 1);
		return weights("", values, size);
	}

	private float[] normal(int size, double deviation) {
		float[] values = new float[size];
		for (int i = 0; i < size; i++) {
			values[i] = (float) (deviation * this.random.nextGaussian());
		}
		return values;
	}

	private ModelProto model(DataType type, long... shape) {
		return model("image", type, shape);
	}

	private ModelProto model(String output, DataType type, long... shape) {
		return ModelProto.newBuilder()
			.setIrVersion((this.opset < 13) ? 3 : 8)
			.addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(this.opset))
			.setGraph(this.graph.addOutput(value(output, type, shape)))
			.build();
	}

	/** The graph with the weights of its first layer in another file. */
	public static ModelProto apart(ModelProto whole, String location) {
		ModelProto.Builder apart = whole.toBuilder();
		apart.getGraphBuilder()
			.getInitializerBuilderList()
			.stream()
			.filter((weight) -> weight.getName().equals("w0"))
			.forEach((weight) -> weight.clearRawData()
				.setDataLocation(DataLocation.EXTERNAL)
				.addExternalDataBuilder()
				.setKey("location")
				.setValue(location));
		return apart.build();
	}

}
