package io.eidolon.graph.canonical;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.eidolon.graph.canonical.GeneratorPorts.Hints;
import io.eidolon.graph.canonical.GeneratorPorts.Layout;
import io.eidolon.graph.canonical.GeneratorPorts.ImagePort;
import org.jspecify.annotations.Nullable;

/** Tells whether a tensor is an image, and how its numbers are laid out. */
final class ImageShapes {

	/** Levels may be whole numbers. */
	private static final Set<DataType> TYPES = Set.of(DataType.FLOAT, DataType.FLOAT16, DataType.DOUBLE, DataType.UINT8,
			DataType.INT8, DataType.UINT16, DataType.INT16, DataType.INT32, DataType.INT64);

	private static final int MIN_SIDE = 4;

	private static final int MAX_SIDE = 4096;

	private ImageShapes() {
	}

	/**
	 * The port of an output, null when it is no image.
	 * @param shape its shape for one image
	 */
	static @Nullable ImagePort port(String output, DataType type, List<Long> shape, Hints hints) {
		Size size = TYPES.contains(type) ? size(shape, hints) : null;
		return (size != null && size.isImage()) ? new ImagePort(output, type, shape, size.layout(),
				(int) size.channels(), (int) size.height(), (int) size.width()) : null;
	}

	/**
	 * Why a tensor that has the axes of an image is none, as the rest of a sentence; null
	 * when it has other axes.
	 */
	static @Nullable String misfit(DataType type, List<Long> shape) {
		if (shape.size() < 3 || shape.size() > 4 || (shape.size() == 4 && shape.getFirst() != 1)) {
			return null;
		}
		List<Long> axes = shape.subList(shape.size() - 3, shape.size());
		boolean first = axes.getFirst() <= axes.getLast();
		List<Long> sides = first ? axes.subList(1, 3) : axes.subList(0, 2);
		long channels = first ? axes.getFirst() : axes.getLast();
		if (channels == 1 || channels == 3) {
			if (!TYPES.contains(type)) {
				return ", which holds no levels";
			}
			return sides.stream().anyMatch((side) -> side < MIN_SIDE)
					? ", which is less than %s pixels on a side".formatted(MIN_SIDE)
					: ", which is more than %s pixels on a side".formatted(MAX_SIDE);
		}
		return (channels <= 4) ? ", of %s channels".formatted(channels) : null;
	}

	private static @Nullable Size size(List<Long> shape, Hints hints) {
		return switch (shape.size()) {
			case 1 -> flat(shape.getFirst(), hints);
			case 2 -> (shape.getFirst() == 1) ? flat(shape.get(1), hints)
					: new Size(Layout.CHANNELS_FIRST, 1, shape.get(0), shape.get(1));
			case 3 -> solid(shape);
			case 4 -> (shape.getFirst() == 1) ? solid(shape.subList(1, shape.size())) : null;
			default -> null;
		};
	}

	private static @Nullable Size solid(List<Long> axes) {
		return Stream
			.of(new Size(Layout.CHANNELS_FIRST, axes.get(0), axes.get(1), axes.get(2)),
					new Size(Layout.CHANNELS_LAST, axes.get(2), axes.get(0), axes.get(1)))
			.filter(Size::isImage)
			.findFirst()
			.orElse(null);
	}

	// A square, unless the card says otherwise: no s * s is 3 * t * t.
	private static @Nullable Size flat(long elements, Hints hints) {
		for (long channels : (hints.channels() != null) ? List.of((long) hints.channels()) : List.of(1L, 3L)) {
			long side = (long) Math.sqrt((double) elements / channels);
			long width = (hints.width() != null) ? hints.width() : side;
			long height = (hints.height() != null) ? hints.height() : side;
			if (channels * width * height == elements) {
				return new Size(Layout.CHANNELS_FIRST, channels, height, width);
			}
		}
		return null;
	}

	private record Size(Layout layout, long channels, long height, long width) {

		boolean isImage() {
			return (this.channels == 1 || this.channels == 3) && fits(this.height) && fits(this.width);
		}

		private static boolean fits(long side) {
			return side >= MIN_SIDE && side <= MAX_SIDE;
		}

	}

}
