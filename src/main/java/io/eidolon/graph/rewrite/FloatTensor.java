package io.eidolon.graph.rewrite;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.List;
import java.util.Optional;

import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.ByteString;

/**
 * Numbers that a graph holds, such as the weights of a layer.
 *
 * @param values in row-major order
 * @param shape the size of each axis
 */
record FloatTensor(float[] values, List<Long> shape) {

	/** The numbers of a tensor of floats or halves; empty for other types. */
	static Optional<FloatTensor> of(TensorProto tensor) {
		float[] values = switch (DataType.forNumber(tensor.getDataType())) {
			case FLOAT -> floats(tensor);
			case FLOAT16 -> halves(tensor);
			case null, default -> null;
		};
		if (values == null || values.length != size(tensor.getDimsList())) {
			return Optional.empty();
		}
		return Optional.of(new FloatTensor(values, tensor.getDimsList()));
	}

	int axis(int index) {
		return Math.toIntExact(this.shape.get(index));
	}

	int rank() {
		return this.shape.size();
	}

	TensorProto onnx(String name) {
		ByteBuffer data = ByteBuffer.allocate(this.values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
		data.asFloatBuffer().put(this.values);
		return TensorProto.newBuilder()
			.setName(name)
			.setDataType(DataType.FLOAT_VALUE)
			.addAllDims(this.shape)
			.setRawData(ByteString.copyFrom(data))
			.build();
	}

	private static long size(List<Long> shape) {
		return shape.stream().mapToLong(Long::longValue).reduce(1, (left, right) -> left * right);
	}

	private static float[] floats(TensorProto tensor) {
		float[] values = new float[tensor.hasRawData() ? tensor.getRawData().size() / Float.BYTES
				: tensor.getFloatDataCount()];
		if (tensor.hasRawData()) {
			little(tensor).asFloatBuffer().get(values);
		}
		else {
			for (int i = 0; i < values.length; i++) {
				values[i] = tensor.getFloatData(i);
			}
		}
		return values;
	}

	private static float[] halves(TensorProto tensor) {
		float[] values = new float[tensor.hasRawData() ? tensor.getRawData().size() / Short.BYTES
				: tensor.getInt32DataCount()];
		ShortBuffer raw = little(tensor).asShortBuffer();
		for (int i = 0; i < values.length; i++) {
			values[i] = Float.float16ToFloat(tensor.hasRawData() ? raw.get(i) : (short) tensor.getInt32Data(i));
		}
		return values;
	}

	private static ByteBuffer little(TensorProto tensor) {
		return tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
	}

}
