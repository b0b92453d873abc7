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
record InferredTensor(DataType type, @Nullable List<Long> shape, double @Nullable [] values) {

	/** Larger tensors are weights, which no shape depends on. */
	static final int MAX_VALUES = 4096;

	static final InferredTensor UNKNOWN = new InferredTensor(DataType.UNDEFINED, null, null);

	InferredTensor {
		// Elements that a rule cannot stretch to the shape are not those of the tensor.
		if (values != null && (shape == null || shape.stream().reduce(1L, (x, y) -> x * y) != values.length)) {
			values = null;
		}
	}

	static InferredTensor of(DataType type, @Nullable List<Long> shape) {
		return new InferredTensor(type, shape, null);
	}

	static InferredTensor vector(DataType type, double... values) {
		return new InferredTensor(type, List.of((long) values.length), values);
	}

	boolean isInteger() {
		return switch (this.type) {
			case INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64 -> true;
			default -> false;
		};
	}

	InferredTensor as(DataType other) {
		return new InferredTensor(other, this.shape, this.values);
	}

}
