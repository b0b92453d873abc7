package io.eidolon.graph.shape;

import java.util.List;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a tensor before a run.
 *
 * @param type the type of its elements
 * @param shape the size of each axis, null when it is not known
 * @param values its elements in row-major order, null unless it is small and the same in
 * every run: shapes are computed from such tensors
 */
record Facts(DataType type, @Nullable List<Long> shape, double @Nullable [] values) {

	/** Larger tensors are weights, which no shape depends on. */
	static final int MAX_VALUES = 4096;

	static final Facts UNKNOWN = new Facts(DataType.UNDEFINED, null, null);

	static Facts of(DataType type, @Nullable List<Long> shape) {
		return new Facts(type, shape, null);
	}

	static Facts vector(DataType type, double... values) {
		return new Facts(type, List.of((long) values.length), values);
	}

	boolean isInteger() {
		return switch (this.type) {
			case INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64 -> true;
			default -> false;
		};
	}

	Facts as(DataType other) {
		return new Facts(other, this.shape, this.values);
	}

}
