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

	/** An operator set that has all operators used here in the form they have today. */
	private static final int OPSET = 13;

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
		Dimension rows = Dimension.fixed(height);
		Dimension columns = Dimension.fixed(width);
		String image = graph.input(IMAGE, ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(channels), rows, columns);
		String target = graph.input(TARGET, ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(channels), rows,
				columns);
		String mask = graph.input(MASK, ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(1), rows, columns);
		String axes = graph.constant("axes", new long[] { 1, 2, 3 });
		String difference = graph.node("Sub", List.of(image, target));
		String squared = graph.node("Mul", List.of(difference, difference));
		String total = sum(graph, graph.node("Mul", List.of(squared, mask)), axes);
		String pixels = graph.node("Add",
				List.of(sum(graph, mask, axes), graph.constant("epsilon", new float[] { EPSILON })));
		String count = graph.node("Mul", List.of(pixels, graph.constant("channels", new float[] { channels })));
		graph.output(graph.node("Div", List.of(total, count)), LOSS, ElementType.FLOAT, Dimension.BATCH);
		return new Loss(OnnxGraph.parse(graph.build()));
	}

	private static String sum(GraphBuilder graph, String value, String axes) {
		return graph.node("ReduceSum", List.of(value, axes), Attribute.integer("keepdims", 0));
	}

}
