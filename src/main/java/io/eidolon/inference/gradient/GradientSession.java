package io.eidolon.inference.gradient;

import java.util.Map;
import java.util.Objects;

import io.eidolon.graph.gradient.GradientGraph;
import io.eidolon.inference.onnx.Device;
import io.eidolon.inference.onnx.GeneratorSession;
import io.eidolon.inference.onnx.InvalidModelException;
import io.eidolon.inference.onnx.LatentBatch;
import io.eidolon.inference.onnx.Signature;
import org.jspecify.annotations.Nullable;

/**
 * A generator with a loss behind it, and the gradient of both, in ONNX Runtime. Runs may
 * go side by side, each on its caller's thread alone; whoever opened a session closes it
 * after the last run has returned.
 */
public final class GradientSession implements AutoCloseable {

	private final GeneratorSession session;

	private GradientSession(GeneratorSession session) {
		this.session = session;
	}

	/**
	 * Opens a graph.
	 * @throws InvalidModelException when ONNX Runtime cannot load it
	 */
	public static GradientSession open(GradientGraph graph) {
		return open(graph, Device.CPU);
	}

	/**
	 * Opens a graph on a device.
	 * @throws InvalidModelException when ONNX Runtime cannot load it
	 */
	static GradientSession open(GradientGraph graph, Device device) {
		return new GradientSession(GeneratorSession.open("The gradient", graph.graph(), device));
	}

	/**
	 * Generates images, and computes the loss of each and its gradient.
	 * @param z latents of shape (count, dimension)
	 * @param labels class indices of shape (count), null for a generator that takes none
	 * @param asked the values of each input of the loss by its name, (count, ...)
	 * @param count how many images
	 * @throws IllegalArgumentException when the count is below 1, or something is asked
	 * that the loss does not know
	 * @throws IllegalStateException when ONNX Runtime cannot run the graph on them
	 */
	public GradientResults run(float[] z, long @Nullable [] labels, Map<String, float[]> asked, int count) {
		return run(new LatentBatch(z, labels, count), asked);
	}

	/**
	 * Generates images, which may have prompts, and says how far each is from what is
	 * asked for and which way is worse.
	 * @param asked the values of each input of the loss by its name, (count, ...)
	 */
	GradientResults run(LatentBatch batch, Map<String, float[]> asked) {
		Map<String, float[]> outputs = this.session.outputs(batch, asked);
		return new GradientResults(output(outputs, GradientGraph.LOSS), output(outputs, GradientGraph.LATENT_GRADIENT),
				output(outputs, GradientGraph.IMAGE));
	}

	/** What the graph takes and gives. */
	Signature signature() {
		return this.session.signature();
	}

	private static float[] output(Map<String, float[]> outputs, String name) {
		return Objects.requireNonNull(outputs.get(name), name);
	}

	@Override
	public void close() {
		this.session.close();
	}

	/**
	 * What a run gives.
	 *
	 * @param losses (count)
	 * @param gradients the derivative of each loss in its latent, (count, dimension)
	 * @param images the pictures in the generator's range, (count, channels, height,
	 * width)
	 */
	public record GradientResults(float[] losses, float[] gradients, float[] images) {

	}

}
