package io.eidolon.graph.canonical;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.eidolon.graph.Dimension;
import io.eidolon.graph.Quoted;
import io.eidolon.graph.ir.Value;

/**
 * An input or output as it is declared.
 *
 * @param name its name
 * @param type the type of its elements
 * @param shape its axes, {@link #OPEN} where each run decides
 * @param declared whether its axes are declared at all
 */
record Port(String name, DataType type, List<Long> shape, boolean declared) {

	static final long OPEN = -1;

	private static final Set<DataType> REALS = Set.of(DataType.FLOAT, DataType.FLOAT16, DataType.DOUBLE);

	private static final Set<DataType> WHOLE = Set.of(DataType.INT64, DataType.INT32, DataType.INT16, DataType.INT8,
			DataType.UINT8, DataType.UINT16, DataType.UINT32, DataType.UINT64, DataType.BOOL);

	Port(String name, DataType type, List<Long> shape) {
		this(name, type, shape, true);
	}

	static Port of(Value value) {
		List<Dimension> axes = (value.shape() != null) ? value.shape() : List.of();
		return new Port(value.name(), value.elementType(),
				axes.stream().map((axis) -> (axis instanceof Dimension.Fixed(long size)) ? size : OPEN).toList(),
				value.shape() != null);
	}

	/** Whether it holds real numbers. */
	boolean isReal() {
		return REALS.contains(this.type);
	}

	/** Whether it holds numbers, or truth values, which are 0 and 1. */
	boolean isNumber() {
		return isReal() || WHOLE.contains(this.type);
	}

	/** Its axes, or others when it declares none. */
	List<Long> axesOr(Long... otherwise) {
		return this.declared ? this.shape : List.of(otherwise);
	}

	@Override
	public String toString() {
		String axes = this.shape.stream()
			.map((axis) -> (axis == OPEN) ? "?" : axis.toString())
			.collect(Collectors.joining(", "));
		return "%s %s (%s)".formatted(Quoted.of(this.name), this.type.name().toLowerCase(Locale.ROOT), Quoted.of(axes));
	}

}
