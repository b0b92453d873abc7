package io.eidolon.graph.ir;

import java.util.ArrayList;
import java.util.List;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.eidolon.graph.Dimension;
import org.jspecify.annotations.Nullable;

/**
 * What is declared of a value.
 *
 * @param element the type of its elements, {@link DataType#UNDEFINED} when it is not
 * declared
 * @param shape its axes, null when they are not declared
 */
public record TensorType(DataType element, @Nullable List<Dimension> shape) {

	/** Nothing is declared. */
	public static final TensorType UNKNOWN = new TensorType(DataType.UNDEFINED, null);

	/** A tensor of these axes. */
	public static TensorType of(DataType element, Dimension... shape) {
		return new TensorType(element, List.of(shape));
	}

	/** The same shape with elements of another type. */
	public TensorType as(DataType other) {
		return new TensorType(other, this.shape);
	}

	/** The same with another first axis; as it is when no axes are declared. */
	public TensorType withBatch(Dimension batch) {
		if (this.shape == null || this.shape.isEmpty()) {
			return this;
		}
		List<Dimension> batched = new ArrayList<>(this.shape);
		batched.set(0, batch);
		return new TensorType(this.element, List.copyOf(batched));
	}

}
