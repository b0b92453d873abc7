package io.eidolon.graph.gradient;

import java.util.List;
import java.util.Map;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.eidolon.graph.Attribute;
import io.eidolon.graph.Dimension;
import io.eidolon.graph.InvalidGraphException;
import io.eidolon.graph.OnnxGraph;
import io.eidolon.graph.ir.AppliedGraph;
import io.eidolon.graph.ir.Graph;
import io.eidolon.graph.ir.NodeWriter;
import io.eidolon.graph.ir.Constant;
import io.eidolon.graph.ir.TensorType;
import io.eidolon.graph.ir.Value;

/**
 * How far images are from what is asked for, as a graph of ordinary operators: it is put
 * behind the generator and differentiated by the same rules. No row of a batch may look
 * at another.
 *
 * @param graph from {@code image} float (N, C, H, W) and whatever else it reads to
 * {@code loss} float (N)
 */
public record Loss(OnnxGraph graph) {

	/** The input that the generator's images go to. */
	public static final String IMAGE = "image";

	/** The output: a number for each image. */
	public static final String LOSS = "loss";

	/** The input of the images that are asked for. */
	public static final String TARGET = "target";

	/** The input of how much each pixel counts, 0 to 1. */
	public static final String MASK = "mask";

	/** The input of the images whose edges are asked for. */
	public static final String SKETCH = "sketch";

	/** The input of how much the edges at each pixel count, 0 to 1. */
	public static final String SKETCH_MASK = "sketch-mask";

	/** The input of how much edges count beside pixels. */
	public static final String SKETCH_WEIGHT = "sketch-weight";

	/** An operator set that has all operators used here in the form they have today. */
	private static final int OPSET = 13;

	/** w, what features count beside pixels. */
	private static final float FEATURES = 0.1f;

	/** Far below a pixel: an empty mask makes a loss of 0, not 0/0. */
	private static final float EPSILON = 1e-8f;

	/**
	 * The mean squared difference to {@code target} (N, C, H, W) where {@code mask} (N,
	 * 1, H, W) is 1: {@code loss = sum(m (x - t)^2) / (C sum(m))}.
	 * @param channels of the images
	 * @param height of the images in pixels
	 * @param width of the images in pixels
	 */
	public static Loss maskedSquaredError(int channels, int height, int width) {
		NodeWriter graph = NodeWriter.newGraph("masked-squared-error", OPSET);
		Value image = graph.graph().addInput(IMAGE, TensorType.of(DataType.FLOAT, shape(channels, height, width)));
		return of(graph, maskedSquaredError(graph, image, channels, height, width));
	}

	/**
	 * The masked squared error, and how far the edges of the images are from those of
	 * {@code sketch} (N, 1, H, W), grey images with levels from 0 to 1, in cells where
	 * {@code sketch-mask} (N, 1, H, W) is 1, times {@code sketch-weight} (N, 1):
	 * {@code sum(m sum_k (n_k(x) - n_k(s))^2) / sum(m)}, where n_k are the
	 * {@link OrientedEdges}.
	 * @param channels of the images
	 * @param height of the images in pixels
	 * @param width of the images in pixels
	 * @param range the difference between black and full intensity
	 */
	public static Loss withSketch(int channels, int height, int width, float range) {
		NodeWriter graph = NodeWriter.newGraph("sketch", OPSET);
		Value image = graph.graph().addInput(IMAGE, TensorType.of(DataType.FLOAT, shape(channels, height, width)));
		Value pixels = maskedSquaredError(graph, image, channels, height, width);
		Value sketch = graph.graph().addInput(SKETCH, TensorType.of(DataType.FLOAT, shape(1, height, width)));
		Value mask = graph.graph().addInput(SKETCH_MASK, TensorType.of(DataType.FLOAT, shape(1, height, width)));
		Value weight = graph.graph()
			.addInput(SKETCH_WEIGHT, TensorType.of(DataType.FLOAT, Dimension.BATCH, Dimension.fixed(1)));

		OrientedEdges edges = new OrientedEdges(graph, height, width);
		Value difference = graph.node("Sub", List.of(edges.of(grey(graph, image, channels, range)), edges.of(sketch)));
		Value cells = edges.averaged(mask, 1);
		Value axes = graph.integers(1, 2, 3);
		Value total = sum(graph, graph.node("Mul", List.of(graph.node("Mul", List.of(difference, difference)), cells)),
				axes);
		Value count = graph.node("Add", List.of(sum(graph, cells, axes), graph.scalar(EPSILON)));
		Value unit = graph.node("Squeeze", List.of(weight, graph.integers(1)));
		Value weighted = graph.node("Mul", List.of(graph.node("Div", List.of(total, count)), unit));
		return of(graph, graph.node("Add", List.of(pixels, weighted)));
	}

	/**
	 * The masked squared error, and how far the features of the images are from those of
	 * {@code target}, whatever the mask:
	 * {@code w r^2 mean_k(|f_k(x) - f_k(t)|^2 / |f_k(t)|^2)} over the outputs f_k of a
	 * network, after Johnson et al. (2016, "Perceptual losses for real-time style
	 * transfer and super-resolution"). Each is measured by its own size, as networks have
	 * any.
	 * @param features a graph from images to one or more outputs (N, ...)
	 * @param channels of the images
	 * @param height of the images in pixels
	 * @param width of the images in pixels
	 * @param range r, the difference between black and full intensity
	 * @throws io.eidolon.graph.InvalidGraphException when the network takes anything else
	 */
	public static Loss perceptual(OnnxGraph features, int channels, int height, int width, float range) {
		NodeWriter graph = NodeWriter.newGraph("perceptual", OPSET);
		Value image = graph.graph().addInput(IMAGE, TensorType.of(DataType.FLOAT, shape(channels, height, width)));
		Value loss = maskedSquaredError(graph, image, channels, height, width);
		Value target = graph.graph().input(TARGET).orElseThrow();
		Graph network = Graph.of(features);
		if (network.inputs().size() != 1) {
			throw new InvalidGraphException("features must take one input, not " + network.inputs());
		}
		Value input = network.inputs().getFirst();
		AppliedGraph applied = new AppliedGraph(network, graph);
		List<Value> described = applied.to(Map.of(input, image));
		List<Value> asked = applied.to(Map.of(input, target));
		Value axis = graph.integers(1);
		Value epsilon = graph.scalar(EPSILON);
		int count = described.size();
		Value weight = graph.scalar(FEATURES * range * range / count);
		for (int k = 0; k < count; k++) {
			Value f = graph.node("Flatten", described.get(k));
			Value t = graph.node("Flatten", asked.get(k));
			Value difference = graph.node("Sub", f, t);
			Value size = graph.node("Add", List.of(sum(graph, graph.node("Mul", List.of(t, t)), axis), epsilon));
			Value share = graph.node("Div",
					List.of(sum(graph, graph.node("Mul", List.of(difference, difference)), axis), size));
			loss = graph.node("Add", List.of(loss, graph.node("Mul", List.of(share, weight))));
		}
		return of(graph, loss);
	}

	private static Loss of(NodeWriter graph, Value loss) {
		loss.declare(TensorType.of(DataType.FLOAT, Dimension.BATCH));
		graph.graph().rename(loss, LOSS);
		graph.graph().addOutput(loss);
		return new Loss(graph.graph().onnx());
	}

	private static Dimension[] shape(int channels, int height, int width) {
		return new Dimension[] { Dimension.BATCH, Dimension.fixed(channels), Dimension.fixed(height),
				Dimension.fixed(width) };
	}

	// By the weights of Rec. 601, as much per level as an image from 0 to 1.
	private static Value grey(NodeWriter graph, Value image, int channels, float range) {
		float[] weights = (channels == 1) ? new float[] { 1 } : new float[] { 0.299f, 0.587f, 0.114f };
		for (int i = 0; i < weights.length; i++) {
			weights[i] /= range;
		}
		return graph.node("Conv", List.of(image, graph.constant("grey", Constant.floats(weights, 1, channels, 1, 1))));
	}

	private static Value maskedSquaredError(NodeWriter graph, Value image, int channels, int height, int width) {
		Value target = graph.graph().addInput(TARGET, TensorType.of(DataType.FLOAT, shape(channels, height, width)));
		Value mask = graph.graph().addInput(MASK, TensorType.of(DataType.FLOAT, shape(1, height, width)));
		Value axes = graph.integers(1, 2, 3);
		Value difference = graph.node("Sub", List.of(image, target));
		Value squared = graph.node("Mul", List.of(difference, difference));
		Value total = sum(graph, graph.node("Mul", List.of(squared, mask)), axes);
		Value pixels = graph.node("Add", List.of(sum(graph, mask, axes), graph.scalar(EPSILON)));
		Value count = graph.node("Mul", List.of(pixels, graph.scalar(channels)));
		return graph.node("Div", List.of(total, count));
	}

	private static Value sum(NodeWriter graph, Value value, Value axes) {
		return graph.node("ReduceSum", List.of(value, axes), Attribute.integer("keepdims", 0));
	}

}
