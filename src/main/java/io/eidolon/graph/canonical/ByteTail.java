package io.eidolon.graph.canonical;

import java.util.List;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.eidolon.graph.Dimension;
import io.eidolon.graph.InvalidGraphException;
import io.eidolon.graph.OnnxGraph;
import io.eidolon.graph.ir.Graph;
import io.eidolon.graph.ir.NodeWriter;
import io.eidolon.graph.ir.Constant;
import io.eidolon.graph.ir.TensorType;
import io.eidolon.graph.ir.Value;

/**
 * Ends a generator with images as they are encoded: 8-bit samples of shape (N, height,
 * width, channels). In the graph this is next to free, and a quarter of the bytes leave
 * it.
 */
public final class ByteTail {

	/** The first version of the standard operators that has QuantizeLinear. */
	private static final long QUANTIZE_SINCE = 10;

	private ByteTail() {
	}

	/**
	 * Adds the tail: v becomes 255 (v - minimum) / (maximum - minimum), rounded to the
	 * nearest level, ties to even, and clamped to 0 to 255.
	 * @param graph a graph whose first output is float of shape (N, channels, height,
	 * width)
	 * @param minimum the value of black
	 * @param maximum the value of full intensity
	 * @throws InvalidGraphException when the output has not four axes
	 */
	public static OnnxGraph on(OnnxGraph graph, float minimum, float maximum) {
		Graph bytes = Graph.of(graph);
		Value image = bytes.outputs().getFirst();
		TensorType type = bytes(image);
		NodeWriter tail = NodeWriter.atEnd(bytes, "bytes/");
		Value levels = tail.transpose(image, 0, 2, 3, 1);
		if (minimum != 0) {
			levels = tail.node("Sub", levels, tail.scalar(minimum));
		}
		List<Value> inputs = List.of(levels, tail.scalar((maximum - minimum) / 255),
				tail.constant(Constant.bytes(DataType.UINT8, new byte[1])));
		// ONNX Runtime has the operator in its own domain for graphs that are older than
		// it.
		Value quantised = (bytes.opset() >= QUANTIZE_SINCE) ? tail.node("QuantizeLinear", inputs)
				: tail.runtimeNode("QuantizeLinear", inputs);
		bytes.replaceOutput(image, quantised, type);
		return bytes.onnx();
	}

	private static TensorType bytes(Value image) {
		List<Dimension> axes = image.shape();
		if (axes == null || axes.size() != 4) {
			throw new InvalidGraphException("%s has %s axes; (N, channels, height, width) are needed"
				.formatted(image.name(), (axes != null) ? axes.size() : 0));
		}
		return TensorType.of(DataType.UINT8, axes.get(0), axes.get(2), axes.get(3), axes.get(1));
	}

}
