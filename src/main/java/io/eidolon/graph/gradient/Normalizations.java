package io.eidolon.graph.gradient;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

import io.eidolon.graph.Attribute;
import io.eidolon.graph.ir.Constant;
import io.eidolon.graph.ir.Value;

/** Normalizations over axes of one image, as operators that have rules. */
final class Normalizations {

	private static final float EPSILON = 1e-5f;

	/** The first opset in which a group's scale and shift are those of its channels. */
	private static final long SCALES_OF_CHANNELS = 21;

	private Normalizations() {
	}

	/** {@code (x - mean) / sqrt(variance + e) g + b} over the last axes. */
	static Value layer(Composite node) {
		Value centred = node.write("Sub", node.x(), mean(node, node.x()));
		Value unit = unit(node, centred);
		return shifted(node, scaled(node, unit));
	}

	/** {@code x / sqrt(mean(x^2) + e) g} over the last axes. */
	static Value rootMeanSquare(Composite node) {
		return scaled(node, unit(node, node.x()));
	}

	/** {@code x / |x|} along an axis. */
	static Value length(Composite node) {
		long axis = node.node().attributes().integer("axis", -1);
		boolean absolute = node.node().attributes().integer("p", 2) == 1;
		Value positive = absolute ? node.write("Abs", node.x()) : node.write("Mul", node.x(), node.x());
		Value sum = node.write("ReduceSum", List.of(positive, node.writer().integers(axis)),
				Attribute.integer("keepdims", 1));
		return node.write("Div", node.x(), absolute ? sum : node.write("Sqrt", sum));
	}

	/**
	 * That of instances, whose channels are groups of channels: (N, C, ...) as (N, G, C /
	 * G times the others).
	 */
	static Value group(Composite node) {
		long[] shape = shape(node);
		long groups = node.node().attributes().integer("num_groups", 1);
		Value rows = node.writer().reshape(node.x(), 0, groups, -1, 1);
		boolean ofChannels = node.writer().graph().opset() >= SCALES_OF_CHANNELS;
		float[] ones = new float[(int) groups];
		Arrays.fill(ones, 1);
		Value scale = ofChannels ? node.writer().constant(Constant.floats(ones, groups)) : node.node().input(1);
		Value shift = ofChannels ? node.writer().constant(Constant.floats(new float[(int) groups], groups))
				: node.node().input(2);
		Value normalized = node.write("InstanceNormalization", List.of(rows, scale, shift),
				Attribute.real("epsilon", node.real("epsilon", EPSILON)));
		long[] back = shape.clone();
		back[0] = 0;
		Value image = node.writer().reshape(normalized, back);
		if (!ofChannels) {
			return image;
		}
		long[] channels = LongStream.generate(() -> 1).limit(shape.length - 1).toArray();
		channels[0] = shape[1];
		Value product = node.write("Mul", image, node.writer().reshape(node.node().input(1), channels));
		return node.write("Add", product, node.writer().reshape(node.node().input(2), channels));
	}

	/**
	 * {@code x / (k + a / n s)^b}, where s is the sum of the squares of n neighbouring
	 * channels: a 1x1 convolution with a band of ones.
	 */
	static Value acrossChannels(Composite node) {
		long[] shape = shape(node);
		int channels = (int) shape[1];
		long size = node.node().attributes().integer("size", 1);
		float[] band = new float[channels * channels];
		for (int channel = 0; channel < channels; channel++) {
			long last = Math.min(channels - 1, channel + size / 2);
			for (long other = Math.max(0, channel - (size - 1) / 2); other <= last; other++) {
				band[(int) (channel * channels + other)] = 1;
			}
		}
		long[] kernel = LongStream.generate(() -> 1).limit(shape.length).toArray();
		kernel[0] = channels;
		kernel[1] = channels;
		Value squares = node.write("Conv", node.write("Mul", node.x(), node.x()),
				node.writer().constant(Constant.floats(band, kernel)));
		Value base = node.sum(node.product(squares, node.real("alpha", 1e-4f) / size), node.real("bias", 1));
		return node.write("Div", node.x(), node.write("Pow", base, node.number(node.real("beta", 0.75f))));
	}

	private static Value unit(Composite node, Value centred) {
		Value variance = mean(node, node.write("Mul", centred, centred));
		return node.write("Div", centred, node.write("Sqrt", node.sum(variance, node.real("epsilon", EPSILON))));
	}

	private static Value scaled(Composite node, Value unit) {
		return node.node().has(1) ? node.write("Mul", unit, node.node().input(1)) : unit;
	}

	private static Value shifted(Composite node, Value unit) {
		return node.node().has(2) ? node.write("Add", unit, node.node().input(2)) : unit;
	}

	// A sum by a count: the mean takes its axes one way or another by opset.
	private static Value mean(Composite node, Value value) {
		long[] shape = shape(node);
		long axis = node.node().attributes().integer("axis", -1);
		int first = (int) ((axis < 0) ? axis + shape.length : axis);
		long count = LongStream.of(shape).skip(first).reduce(1, (x, y) -> x * y);
		Value sum = node.write("ReduceSum",
				List.of(value, node.writer().integers(LongStream.range(first, shape.length).toArray())),
				Attribute.integer("keepdims", 1));
		return node.product(sum, 1.0 / count);
	}

	private static long[] shape(Composite node) {
		return node.shapes()
			.of(node.x())
			.map(Tape::longs)
			.orElseThrow(() -> new UnsupportedOperatorException(node.node(),
					"reads or makes what has no size before a run"));
	}

}
