package io.eidolon.graph.gradient;

import io.eidolon.graph.OnnxGraph;
import io.eidolon.graph.ir.Graph;
import io.eidolon.graph.shape.Footprint;
import io.eidolon.graph.shape.Shapes;

/**
 * A generator with a loss behind it and the gradient of that loss. One run takes latents
 * to images, to how far they are from what is asked for, and to the direction in which
 * each latent makes its own image worse the fastest.
 *
 * @param graph from {@code z} float (N, D), for a class-conditional generator
 * {@code label} int64 (N), and what else the loss reads, to {@value #LOSS} float (N),
 * {@value #LATENT_GRADIENT} float (N, D) or the gradients of other inputs, and
 * {@value #IMAGE} float (N, C, H, W), in this order
 */
public record GradientGraph(OnnxGraph graph) {

	/** The output of losses, a number for each latent. */
	public static final String LOSS = Loss.LOSS;

	/** The output of the derivative of each loss in each element of its latent. */
	public static final String LATENT_GRADIENT = "dz";

	/** The output of the images, as the generator alone makes them. */
	public static final String IMAGE = "image";

	/** The output of the derivative of each loss in an input: {@code dz} for z. */
	public static String gradientOf(String input) {
		return "d" + input;
	}

	/**
	 * The same graph, after a look at what a run of one latent takes.
	 * @throws io.eidolon.graph.InvalidGraphException when that is more memory or time
	 * than any generator takes, or one latent cannot be run
	 */
	public GradientGraph bounded() {
		Graph read = Graph.of(this.graph);
		Footprint.of(read, Shapes.of(read));
		return this;
	}

}
