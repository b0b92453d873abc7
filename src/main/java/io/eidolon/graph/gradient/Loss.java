package io.eidolon.graph.gradient;

import java.util.List;

import io.eidolon.graph.Attribute;
import io.eidolon.graph.Dimension;
import io.eidolon.graph.ElementType;
import io.eidolon.graph.GraphBuilder;
import io.eidolon.graph.OnnxGraph;

/**
 * How far pictures are from what is asked for, as a graph of ordinary operators: it is
 * put behind the generator and differentiated by the same rules. No row of a batch may
 * look at another.
 *
 * @param graph from {@code image} float (N, C, H, W) and whatever else it reads to
 * {@code loss} float (N)
 */
public record Loss(OnnxGraph graph) {

	/** The input that the generator's pictures go to. */
	public static final String IMAGE = "image";

	/** The output: a number for each picture. */
	public static final String LOSS = "loss";

	/** The input of the pictures that are asked for. */
	public static final String TARGET = "target";

	/** The input of how much each pixel counts, 0 to 1. */
	public static final String MASK = "mask";

	/** The input of the pictures whose edges are asked for. */
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
	 * @param channels of the pictures
	 * @param height of the pictures in pixels
	 * @param width of the pictures in pixels
	 */
	public static Loss maskedSquaredError(int channels, int height, int width) {
		GraphBuilder graph = new GraphBuilder("masked-squared-error", OPSET);
		String image = graph.input(IMAGE, ElementType.FLOAT, shape(channels, height, width));
		return of(graph, maskedSquaredError(graph, image, channels, height, width));
	}

	/**
	 * The masked squared error, and how far the edges of the pictures are from those of
	 * {@code sketch} (N, 1, H, W), grey pictures with levels from 0 to 1, in cells where
	 * {@code sketch-mask} (N, 1, H, W) is 1, times {@code sketch-weight} (N, 1):
	 * {@code sum(m sum_k (n_k(x) - n_k(s))^2) / sum(m)}, where n_k are the
	 * {@link OrientedEdges}.
	 * @param channels of the pictures
	 * @param height of the pictures in pixels
	 * @param width of the pictures in pixels
	 * @param range the difference between black and full intensity
	 */
	public static Loss withSketch(int channels, int height, int width, float range) {
		GraphBuilder graph = new GraphBuilder("sketch", OPSET);
		String image = graph.input(IMAGE, ElementType.FLOAT, shape(channels, height, width));
		String pixels = maskedSquaredError(graph, image, channels, height, width);
		String sketch = graph.input(SKETCH, ElementType.FLOAT, shape(1, height, width));
		String mask = graph.input(SKETCH_MASK, ElementType.FLOAT, shape(1, height, width));
		String weight = graph.input(SKETCH_WEIGHT, ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(1));

		OrientedEdges edges = new OrientedEdges(graph, height, width);
		String difference = graph.node("Sub", List.of(edges.of(grey(graph, image, channels, range)), edges.of(sketch)));
		String cells = edges.averaged(mask, 1);
		String axes = graph.constant("cell-axes", new long[] { 1, 2, 3 });
		String total = sum(graph, graph.node("Mul", List.of(graph.node("Mul", List.of(difference, difference)), cells)),
				axes);
		String count = graph.node("Add",
				List.of(sum(graph, cells, axes), graph.constant("cell-epsilon", new float[] { EPSILON })));
		String unit = graph.node("Squeeze", List.of(weight, graph.constant("weight-axis", new long[] { 1 })));
		String weighted = graph.node("Mul", List.of(graph.node("Div", List.of(total, count)), unit));
		return of(graph, graph.node("Add", List.of(pixels, weighted)));
	}

	/**
	 * The masked squared error, and how far the features of the pictures are from those
	 * of {@code target}, whatever the mask:
	 * {@code w r^2 mean_k(|f_k(x) - f_k(t)|^2 / |f_k(t)|^2)} over the outputs f_k of a
	 * network, after Johnson et al. (2016, "Perceptual losses for real-time style
	 * transfer and super-resolution"). Each is measured by its own size, as networks have
	 * any.
	 * @param features a graph from pictures to one or more outputs (N, ...)
	 * @param channels of the pictures
	 * @param height of the pictures in pixels
	 * @param width of the pictures in pixels
	 * @param range r, the difference between black and full intensity
	 * @throws io.eidolon.graph.InvalidGraphException when the network takes anything else
	 */
	public static Loss perceptual(OnnxGraph features, int channels, int height, int width, float range) {
		GraphBuilder graph = new GraphBuilder("perceptual", OPSET);
		String image = graph.input(IMAGE, ElementType.FLOAT, shape(channels, height, width));
		String loss = maskedSquaredError(graph, image, channels, height, width);
		List<List<String>> found = graph.graph("features", features, List.of(image, TARGET));
		String axis = graph.constant("feature-axis", new long[] { 1 });
		String epsilon = graph.constant("feature-epsilon", new float[] { EPSILON });
		int count = found.getFirst().size();
		String weight = graph.constant("feature-weight", new float[] { FEATURES * range * range / count });
		for (int k = 0; k < count; k++) {
			String drawn = graph.node("Flatten", List.of(found.getFirst().get(k)));
			String asked = graph.node("Flatten", List.of(found.getLast().get(k)));
			String difference = graph.node("Sub", List.of(drawn, asked));
			String size = graph.node("Add",
					List.of(sum(graph, graph.node("Mul", List.of(asked, asked)), axis), epsilon));
			String share = graph.node("Div",
					List.of(sum(graph, graph.node("Mul", List.of(difference, difference)), axis), size));
			loss = graph.node("Add", List.of(loss, graph.node("Mul", List.of(share, weight))));
		}
		return of(graph, loss);
	}

	private static Loss of(GraphBuilder graph, String loss) {
		graph.output(loss, LOSS, ElementType.FLOAT, Dimension.BATCH);
		return new Loss(OnnxGraph.parse(graph.build()));
	}

	private static Dimension[] shape(int channels, int height, int width) {
		return new Dimension[] { Dimension.BATCH, Dimension.fixed(channels), Dimension.fixed(height),
				Dimension.fixed(width) };
	}

	// By the weights of Rec. 601, as much per level as a picture from 0 to 1.
	private static String grey(GraphBuilder graph, String image, int channels, float range) {
		float[] weights = (channels == 1) ? new float[] { 1 } : new float[] { 0.299f, 0.587f, 0.114f };
		for (int i = 0; i < weights.length; i++) {
			weights[i] /= range;
		}
		return graph.node("Conv", List.of(image, graph.constant("grey", weights, 1, channels, 1, 1)));
	}

	private static String maskedSquaredError(GraphBuilder graph, String image, int channels, int height, int width) {
		String target = graph.input(TARGET, ElementType.FLOAT, shape(channels, height, width));
		String mask = graph.input(MASK, ElementType.FLOAT, shape(1, height, width));
		String axes = graph.constant("axes", new long[] { 1, 2, 3 });
		String difference = graph.node("Sub", List.of(image, target));
		String squared = graph.node("Mul", List.of(difference, difference));
		String total = sum(graph, graph.node("Mul", List.of(squared, mask)), axes);
		String pixels = graph.node("Add",
				List.of(sum(graph, mask, axes), graph.constant("epsilon", new float[] { EPSILON })));
		String count = graph.node("Mul", List.of(pixels, graph.constant("channels", new float[] { channels })));
		return graph.node("Div", List.of(total, count));
	}

	private static String sum(GraphBuilder graph, String value, String axes) {
		return graph.node("ReduceSum", List.of(value, axes), Attribute.integer("keepdims", 0));
	}

}
