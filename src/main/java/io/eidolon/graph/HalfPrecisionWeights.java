package io.eidolon.graph;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;

/**
 * Halves the file of a model: weights are stored as IEEE 754 binary16 and cast to float
 * where they are read, so that inputs, outputs and all arithmetic stay float. A runtime
 * folds the casts when it loads the model.
 */
public final class HalfPrecisionWeights {

	private HalfPrecisionWeights() {
	}

	/**
	 * Rewrites a model. Each float weight of two axes or more is rounded to the nearest
	 * half, ties to even. Vectors stay as they are: biases and statistics weigh next to
	 * nothing, and a small variance would be lost.
	 * @param model the bytes of an {@code .onnx} file
	 * @return the bytes of the smaller file
	 * @throws IllegalArgumentException when these are no model, or when a weight is
	 * beyond the range of a half
	 */
	public static byte[] store(byte[] model) {
		try {
			ModelProto.Builder rewritten = ModelProto.parseFrom(model).toBuilder();
			return rewritten.setGraph(store(rewritten.getGraph())).build().toByteArray();
		}
		catch (InvalidProtocolBufferException ex) {
			throw new IllegalArgumentException("These bytes are not an ONNX model: " + ex.getMessage(), ex);
		}
	}

	private static GraphProto store(GraphProto graph) {
		// The casts come first, since nodes stand in the order in which they run.
		GraphProto.Builder rewritten = graph.toBuilder().clearInitializer().clearNode();
		for (TensorProto tensor : graph.getInitializerList()) {
			if (tensor.getDataType() == DataType.FLOAT_VALUE && tensor.getDimsCount() > 1) {
				TensorProto half = half(tensor);
				rewritten.addInitializer(half).addNode(castToFloat(half.getName(), tensor.getName()));
			}
			else {
				rewritten.addInitializer(tensor);
			}
		}
		return rewritten.addAllNode(graph.getNodeList()).build();
	}

	private static TensorProto half(TensorProto tensor) {
		float[] floats = TensorData.floats(tensor);
		ByteBuffer halves = ByteBuffer.allocate(floats.length * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
		for (float value : floats) {
			short half = Float.floatToFloat16(value);
			if (!Float.isFinite(Float.float16ToFloat(half))) {
				throw new IllegalArgumentException(
						"%s holds %s; a half holds finite values up to 65504".formatted(tensor.getName(), value));
			}
			halves.putShort(half);
		}
		return tensor.toBuilder()
			.setName(tensor.getName() + "_half")
			.setDataType(DataType.FLOAT16_VALUE)
			.clearFloatData()
			.setRawData(ByteString.copyFrom(halves.flip()))
			.build();
	}

	private static NodeProto castToFloat(String input, String output) {
		return Nodes.of("Cast", List.of(input), output, Attribute.integer("to", DataType.FLOAT_VALUE))
			.setName(output + "_cast")
			.build();
	}

}
