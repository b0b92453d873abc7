package io.eidolon.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataLocation;
import com.google.protobuf.ByteString;

/**
 * Damages model files: as bytes, and as what they mean, which gets further into what
 * reads them.
 */
public final class ModelMutations {

	private static final long[] NUMBERS = { 0, -1, 1, 2, 3, 4, 5, 7, 8, 16, 64, 255, 256, 65_535, 1 << 20,
			Integer.MAX_VALUE, Integer.MIN_VALUE, 1L << 31, 1L << 32, 1L << 40, 1L << 62, Long.MAX_VALUE,
			Long.MIN_VALUE };

	private static final float[] REALS = { 0, -0.0f, 1, -1, 0.5f, 1e-30f, 1e30f, Float.NaN, Float.POSITIVE_INFINITY,
			Float.NEGATIVE_INFINITY };

	private static final List<String> OPERATORS = List.of("Abs", "Add", "And", "ArgMax", "AveragePool",
			"BatchNormalization", "Bernoulli", "BitShift", "Cast", "Ceil", "Celu", "CenterCropPad", "Clip", "Col2Im",
			"Compress", "Concat", "ConcatFromSequence", "Constant", "ConstantOfShape", "Conv", "ConvInteger",
			"ConvTranspose", "CumSum", "DFT", "DepthToSpace", "DequantizeLinear", "Det", "Div", "Dropout",
			"DynamicQuantizeLinear", "Einsum", "Equal", "Exp", "Expand", "EyeLike", "Flatten", "GRU", "Gather",
			"GatherElements", "GatherND", "Gelu", "Gemm", "GlobalAveragePool", "GridSample", "GroupNormalization",
			"HannWindow", "Hardmax", "Identity", "If", "InstanceNormalization", "LRN", "LSTM", "LayerNormalization",
			"LeakyRelu", "Log", "LogSoftmax", "Loop", "LpNormalization", "LpPool", "MatMul", "MatMulInteger", "Max",
			"MaxPool", "MaxRoiPool", "MaxUnpool", "Mean", "MeanVarianceNormalization", "MelWeightMatrix", "Mod", "Mul",
			"Multinomial", "Neg", "NonMaxSuppression", "NonZero", "Not", "OneHot", "PRelu", "Pad", "Pow", "QLinearConv",
			"QLinearMatMul", "QuantizeLinear", "RNN", "RandomNormal", "RandomNormalLike", "RandomUniform", "Range",
			"ReduceL2", "ReduceMax", "ReduceMean", "ReduceProd", "ReduceSum", "Relu", "Reshape", "Resize",
			"ReverseSequence", "RoiAlign", "Round", "STFT", "Scan", "Scatter", "ScatterElements", "ScatterND",
			"SequenceConstruct", "Shape", "Sigmoid", "Size", "Slice", "Softmax", "SpaceToDepth", "Split",
			"SplitToSequence", "Sqrt", "Squeeze", "StringNormalizer", "Sub", "Sum", "Tanh", "TfIdfVectorizer", "Tile",
			"TopK", "Transpose", "Trilu", "Unique", "Unsqueeze", "Upsample", "Where", "Xor");

	/** Takes what many others take. */
	private static final List<String> UNARY = List.of("Abs", "Tanh", "Sigmoid", "Softplus", "Softmax", "Sqrt", "Log",
			"Exp", "Reciprocal", "Relu", "LRN", "Transpose", "Identity", "Neg", "Flatten", "GlobalAveragePool",
			"ReduceMean", "Shape", "Hardmax", "MeanVarianceNormalization", "LpNormalization", "Erf", "Round");

	private static final List<String> ATTRIBUTES = List.of("axis", "axes", "perm", "kernel_shape", "strides", "pads",
			"dilations", "group", "output_padding", "output_shape", "auto_pad", "ceil_mode", "keepdims", "to", "mode",
			"blocksize", "epsilon", "num_groups", "size", "transA", "transB", "alpha", "split", "starts", "ends",
			"batch_dims", "allowzero", "coordinate_transformation_mode", "nearest_mode", "equation", "direction",
			"hidden_size", "num_outputs", "k", "p", "value", "value_ints", "shape", "dtype", "scales", "axis_w");

	private static final List<String> PLACES = List.of("../../../../etc/passwd", "/etc/passwd", "", ".", "..", "x",
			"generator.onnx", "/dev/zero", "/proc/self/mem", "a\0b", "\uD83D\uDE00", "C:\\x");

	private final RandomGenerator random;

	/** Damages as a random generator says. */
	public ModelMutations(RandomGenerator random) {
		this.random = random;
	}

	/** The file of a model with some of it damaged. */
	public byte[] damage(ModelProto model) {
		if (this.random.nextInt(4) == 0) {
			return bytes(model.toByteArray());
		}
		ModelProto.Builder damaged = model.toBuilder();
		for (int n = Math.max(1, this.random.nextInt(4)); n > 0; n--) {
			damage(damaged);
		}
		return damaged.build().toByteArray();
	}

	private byte[] bytes(byte[] file) {
		return switch (this.random.nextInt(3)) {
			case 0 -> Arrays.copyOf(file, this.random.nextInt(file.length));
			case 1 -> {
				int from = this.random.nextInt(file.length);
				int to = from + this.random.nextInt(Math.min(64, file.length - from));
				System.arraycopy(file, from, file, this.random.nextInt(file.length - (to - from)), to - from);
				yield file;
			}
			default -> {
				for (int n = 1 + this.random.nextInt(8); n > 0; n--) {
					// Where the structure is, more often than not.
					int end = this.random.nextBoolean() ? file.length : Math.min(400, file.length);
					file[this.random.nextInt(end)] ^= (byte) (1 << this.random.nextInt(8));
				}
				yield file;
			}
		};
	}

	private void damage(ModelProto.Builder model) {
		GraphProto.Builder graph = model.getGraphBuilder();
		switch (this.random.nextInt(14)) {
			case 0 ->
				model.getOpsetImportBuilder(0).setVersion(any(9, 10, 11, 12, 13, 15, 18, 19, 21, 22, 24, 99, 0, -1));
			case 1 -> model.setIrVersion(any(NUMBERS));
			case 2 -> port(graph);
			case 3, 4 -> weight(graph);
			case 5 -> integers(graph);
			case 6 -> nodes(graph);
			case 7 -> addNode(graph);
			case 8 -> node(graph).setOpType(any(this.random.nextBoolean() ? OPERATORS : UNARY));
			case 9, 10 -> attribute(node(graph));
			case 11 -> node(graph).setDomain(any(List.of("com.microsoft", "ai.onnx.ml", "", "ai.onnx", "x")));
			case 12 -> external(graph);
			default -> edge(graph);
		}
	}

	private void port(GraphProto.Builder graph) {
		var port = (this.random.nextBoolean() && graph.getInputCount() > 0) ? graph.getInputBuilder(0)
				: graph.getOutputBuilder(0);
		var tensor = port.getTypeBuilder().getTensorTypeBuilder();
		switch (this.random.nextInt(3)) {
			case 0 -> tensor.setElemType(this.random.nextInt(24));
			case 1 -> tensor.getShapeBuilder().addDimBuilder().setDimValue(any(NUMBERS));
			default -> {
				if (tensor.getShape().getDimCount() > 0) {
					tensor.getShapeBuilder()
						.getDimBuilder(this.random.nextInt(tensor.getShape().getDimCount()))
						.setDimValue(any(NUMBERS));
				}
			}
		}
	}

	private void weight(GraphProto.Builder graph) {
		TensorProto.Builder tensor = graph.getInitializerBuilder(this.random.nextInt(graph.getInitializerCount()));
		switch (this.random.nextInt(5)) {
			case 0 -> tensor.setDataType(this.random.nextInt(24));
			case 1 -> tensor.addDims(any(NUMBERS));
			case 2 -> tensor.setRawData(tensor.getRawData().substring(0, tensor.getRawData().size() / 2));
			case 3 -> {
				// The same numbers with other axes.
				List<Long> dims = new ArrayList<>(tensor.getDimsList());
				Collections.shuffle(dims, java.util.Random.from(this.random));
				tensor.clearDims().addAllDims(dims);
			}
			default -> {
				if (tensor.getDimsCount() > 0) {
					tensor.setDims(this.random.nextInt(tensor.getDimsCount()), number());
				}
			}
		}
	}

	/** Sizes, scales and the like, which weights are not. */
	private void integers(GraphProto.Builder graph) {
		List<TensorProto.Builder> integers = graph.getInitializerBuilderList()
			.stream()
			.filter((tensor) -> tensor.getDataType() == TensorProto.DataType.INT64_VALUE)
			.toList();
		if (!integers.isEmpty()) {
			TensorProto.Builder tensor = integers.get(this.random.nextInt(integers.size()));
			byte[] raw = tensor.getRawData().toByteArray();
			if (raw.length >= Long.BYTES) {
				int at = this.random.nextInt(raw.length / Long.BYTES) * Long.BYTES;
				long value = number();
				for (int i = 0; i < Long.BYTES; i++) {
					raw[at + i] = (byte) (value >> (8 * i));
				}
				tensor.setRawData(ByteString.copyFrom(raw));
			}
		}
	}

	private void nodes(GraphProto.Builder graph) {
		int index = this.random.nextInt(graph.getNodeCount());
		NodeProto node = graph.getNode(index);
		switch (this.random.nextInt(3)) {
			case 0 -> graph.removeNode(index);
			case 1 -> graph.addNode(index, node);
			default -> {
				int other = this.random.nextInt(graph.getNodeCount());
				graph.setNode(index, graph.getNode(other)).setNode(other, node);
			}
		}
		if (graph.getNodeCount() == 0) {
			graph.addNode(node);
		}
	}

	/** Puts an operator between two nodes. */
	private void addNode(GraphProto.Builder graph) {
		int index = this.random.nextInt(graph.getNodeCount());
		NodeProto before = graph.getNode(index);
		String value = before.getOutput(0);
		NodeProto.Builder added = NodeProto.newBuilder().setOpType(any(OPERATORS)).addInput(value + "-before");
		for (int n = this.random.nextInt(4); n > 0; n--) {
			added.addInput(value(graph, index));
		}
		for (int n = this.random.nextInt(3); n > 0; n--) {
			attribute(added);
		}
		added.addOutput(value);
		graph.setNode(index, before.toBuilder().setOutput(0, value + "-before").build());
		graph.addNode(index + 1, added);
	}

	private void edge(GraphProto.Builder graph) {
		int index = this.random.nextInt(graph.getNodeCount());
		NodeProto.Builder node = graph.getNodeBuilder(index);
		switch (this.random.nextInt(3)) {
			case 0 -> node.addInput(value(graph, index));
			case 1 -> node.addOutput((this.random.nextInt(3) == 0) ? value(graph, graph.getNodeCount()) : "more");
			default -> {
				if (node.getInputCount() > 0) {
					node.setInput(this.random.nextInt(node.getInputCount()), value(graph, index));
				}
			}
		}
	}

	/** A value that is there before a node, mostly. */
	private String value(GraphProto.Builder graph, int node) {
		List<String> values = new ArrayList<>(List.of("", "nothing"));
		graph.getInputList().forEach((input) -> values.add(input.getName()));
		graph.getInitializerList().forEach((tensor) -> values.add(tensor.getName()));
		graph.getNodeList().subList(0, node).forEach((made) -> values.addAll(made.getOutputList()));
		return any(values);
	}

	private void attribute(NodeProto.Builder node) {
		if (node.getAttributeCount() > 0 && this.random.nextInt(4) > 0) {
			int index = this.random.nextInt(node.getAttributeCount());
			AttributeProto.Builder attribute = node.getAttributeBuilder(index);
			if (this.random.nextInt(5) == 0) {
				node.removeAttribute(index);
			}
			else if (attribute.getIntsCount() > 0) {
				attribute.setInts(this.random.nextInt(attribute.getIntsCount()), number());
			}
			else if (attribute.hasI()) {
				attribute.setI(number());
			}
			else {
				fill(attribute);
			}
			return;
		}
		AttributeProto.Builder attribute = AttributeProto.newBuilder().setName(any(ATTRIBUTES));
		fill(attribute);
		node.addAttribute(attribute);
	}

	private void fill(AttributeProto.Builder attribute) {
		switch (this.random.nextInt(5)) {
			case 0, 1 -> attribute.setType(AttributeType.INT).setI(number());
			case 2 -> {
				attribute.setType(AttributeType.INTS).clearInts();
				for (int n = this.random.nextInt(6); n > 0; n--) {
					attribute.addInts(number());
				}
			}
			case 3 -> attribute.setType(AttributeType.FLOAT).setF(REALS[this.random.nextInt(REALS.length)]);
			default -> attribute.setType(AttributeType.STRING)
				.setS(ByteString.copyFromUtf8(any(List.of("SAME_UPPER", "VALID", "linear", "cubic", "reflect", "edge",
						"wrap", "align_corners", "tf_crop_and_resize", "ij,jk->ik", "x"))));
		}
	}

	private void external(GraphProto.Builder graph) {
		TensorProto.Builder tensor = graph.getInitializerBuilder(this.random.nextInt(graph.getInitializerCount()));
		tensor.clearRawData().setDataLocation(DataLocation.EXTERNAL);
		place(tensor, "location", any(PLACES));
		place(tensor, "offset", this.random.nextBoolean() ? "0" : Long.toString(any(NUMBERS)));
		if (this.random.nextBoolean()) {
			place(tensor, "length", this.random.nextBoolean() ? "x" : Long.toString(any(NUMBERS)));
		}
	}

	private static void place(TensorProto.Builder tensor, String key, String value) {
		tensor.addExternalData(StringStringEntryProto.newBuilder().setKey(key).setValue(value));
	}

	private NodeProto.Builder node(GraphProto.Builder graph) {
		return graph.getNodeBuilder(this.random.nextInt(graph.getNodeCount()));
	}

	/** Half of the time one that is likely in its place. */
	private long number() {
		return this.random.nextBoolean() ? this.random.nextLong(6) : any(NUMBERS);
	}

	private long any(long... choices) {
		return choices[this.random.nextInt(choices.length)];
	}

	private <T> T any(List<T> choices) {
		return choices.get(this.random.nextInt(choices.size()));
	}

}
