package io.eidolon.graph;

import java.util.List;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;

/**
 * Ends a generator with pictures as they are encoded: 8-bit samples of shape (N, height,
 * width, channels). In the graph this is next to free, and a quarter of the bytes leave
 * it.
 */
public final class ByteTail {

	/** The first version of the standard operators that has QuantizeLinear. */
	private static final long QUANTIZE_SINCE = 10;

	private static final String RUNTIME_DOMAIN = "com.microsoft";

	private ByteTail() {
	}

	/**
	 * Adds the tail: v becomes 255 (v - minimum) / (maximum - minimum), rounded to the
	 * nearest level, ties to even, and clamped to 0 to 255.
	 * @param graph a graph whose first output is float of shape (N, channels, height,
	 * width)
	 * @param minimum the value of black
	 * @param maximum the value of full intensity
	 * @throws InvalidGraphException when the output has not four axes
	 */
	public static OnnxGraph on(OnnxGraph graph, float minimum, float maximum) {
		ModelProto.Builder model = graph.model().toBuilder();
		GraphProto.Builder body = model.getGraphBuilder();
		ValueInfoProto output = body.getOutput(0);
		String image = output.getName();
		String floats = image + "_float";
		body.getNodeBuilderList().forEach((node) -> rename(node, image, floats));
		String value = node(body, "Transpose", "", List.of(floats), image + "_channels_last",
				Attribute.integers("perm", 0, 2, 3, 1));
		if (minimum != 0) {
			String offset = scalar(body, image + "_minimum", minimum);
			value = node(body, "Sub", "", List.of(value, offset), image + "_from_zero");
		}
		String level = scalar(body, image + "_level", (maximum - minimum) / 255);
		body.addInitializer(TensorProto.newBuilder()
			.setName(image + "_zero")
			.setDataType(DataType.UINT8_VALUE)
			.setRawData(ByteString.copyFrom(new byte[1])));
		node(body, "QuantizeLinear", domain(model), List.of(value, level, image + "_zero"), image);
		body.setOutput(0, bytes(output));
		return OnnxGraph.of(model.build());
	}

	private static void rename(NodeProto.Builder node, String from, String to) {
		for (int i = 0; i < node.getInputCount(); i++) {
			if (node.getInput(i).equals(from)) {
				node.setInput(i, to);
			}
		}
		for (int i = 0; i < node.getOutputCount(); i++) {
			if (node.getOutput(i).equals(from)) {
				node.setOutput(i, to);
			}
		}
	}

	private static String node(GraphProto.Builder graph, String operator, String domain, List<String> inputs,
			String output, Attribute... attributes) {
		graph.addNode(Nodes.of(operator, inputs, output, attributes).setDomain(domain));
		return output;
	}

	private static String scalar(GraphProto.Builder graph, String name, float value) {
		graph.addInitializer(
				TensorProto.newBuilder().setName(name).setDataType(DataType.FLOAT_VALUE).addFloatData(value));
		return name;
	}

	// ONNX Runtime has the operator in its own domain for graphs that are older than it.
	private static String domain(ModelProto.Builder model) {
		boolean standard = model.getOpsetImportList()
			.stream()
			.anyMatch((opset) -> opset.getDomain().isEmpty() && opset.getVersion() >= QUANTIZE_SINCE);
		if (standard) {
			return "";
		}
		model.addOpsetImport(OperatorSetIdProto.newBuilder().setDomain(RUNTIME_DOMAIN).setVersion(1));
		return RUNTIME_DOMAIN;
	}

	private static ValueInfoProto bytes(ValueInfoProto output) {
		TensorShapeProto shape = output.getType().getTensorType().getShape();
		if (shape.getDimCount() != 4) {
			throw new InvalidGraphException("%s has %d axes; (N, channels, height, width) are needed"
				.formatted(output.getName(), shape.getDimCount()));
		}
		ValueInfoProto.Builder bytes = output.toBuilder();
		bytes.getTypeBuilder()
			.getTensorTypeBuilder()
			.setElemType(DataType.UINT8_VALUE)
			.setShape(TensorShapeProto.newBuilder()
				.addDim(shape.getDim(0))
				.addDim(shape.getDim(2))
				.addDim(shape.getDim(3))
				.addDim(shape.getDim(1)));
		return bytes.build();
	}

}
