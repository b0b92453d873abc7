package io.eidolon.graph.canonical;

import java.util.List;
import java.util.Locale;
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
 */
record Port(String name, DataType type, List<Long> shape) {

	static final long OPEN = -1;

	private static final int SPATIAL_AXIS = 2;

	private static final int MAX_CHANNELS = 4;

	static Port of(Value value) {
		List<Dimension> axes = (value.shape() != null) ? value.shape() : List.of();
		return new Port(value.name(), value.elementType(),
				axes.stream().map((axis) -> (axis instanceof Dimension.Fixed(long size)) ? size : OPEN).toList());
	}

	/** Whether it has an extent: a latent of four axes is a single pixel. */
	boolean hasExtent() {
		if (this.shape.size() < 2 * SPATIAL_AXIS) {
			return false;
		}
		List<Long> spatial = this.shape.subList(SPATIAL_AXIS, this.shape.size());
		boolean few = this.shape.get(1) != OPEN && this.shape.get(1) <= MAX_CHANNELS;
		return spatial.stream().anyMatch((axis) -> axis > 1 || axis == OPEN && few);
	}

	@Override
	public String toString() {
		String axes = this.shape.stream()
			.map((axis) -> (axis == OPEN) ? "?" : axis.toString())
			.collect(Collectors.joining(", "));
		return "%s %s (%s)".formatted(Quoted.of(this.name), this.type.name().toLowerCase(Locale.ROOT), Quoted.of(axes));
	}

}
