package io.eidolon.graph.rewrite;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.ByteString;
import io.eidolon.graph.TensorData;

/**
 * Numbers that a graph holds, such as the weights of a layer.
 *
 * @param values in row-major order
 * @param shape the size of each axis
 */
record FloatTensor(float[] values, List<Long> shape) {

	/** The numbers of a tensor of floats or halves; empty for other types. */
	static Optional<FloatTensor> of(TensorProto tensor) {
		DataType type = DataType.forNumber(tensor.getDataType());
		if (type != DataType.FLOAT && type != DataType.FLOAT16) {
			return Optional.empty();
		}
		float[] values = TensorData.floats(tensor);
		if (values.length != size(tensor.getDimsList())) {
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

}
