package io.eidolon.inference.gradient;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.eidolon.inference.onnx.InvalidModelException;
import io.eidolon.inference.onnx.Signature;
import io.eidolon.inference.onnx.Tensor;
import io.eidolon.inference.onnx.TensorSession;

/**
 * A network that describes images by vectors, in ONNX Runtime: one float input (N, C, H,
 * W), and an output of as many values for each image. Runs may go side by side.
 */
public final class FeatureExtractor implements AutoCloseable {

	private static final int IMAGE_AXES = 4;

	private final TensorSession session;

	private final Signature.Value input;

	private FeatureExtractor(TensorSession session, Signature.Value input) {
		this.session = session;
		this.input = input;
	}

	/**
	 * Opens a graph.
	 * @param source what errors call it
	 * @param graph the bytes of an {@code .onnx} file
	 * @throws InvalidModelException when ONNX Runtime cannot load it, or when it takes no
	 * images
	 */
	public static FeatureExtractor open(String source, byte[] graph) {
		TensorSession session = TensorSession.open(source, graph);
		List<Signature.Value> inputs = session.signature().inputs();
		if (inputs.size() != 1 || inputs.getFirst().shape().size() != IMAGE_AXES) {
			session.close();
			throw new InvalidModelException("%s must take one input (N, C, H, W), not %s".formatted(source, inputs));
		}
		return new FeatureExtractor(session, inputs.getFirst());
	}

	/** The channels that it takes, empty when the graph leaves them open. */
	public Optional<Integer> channels() {
		return size(1);
	}

	/** The side in pixels that it takes, empty when the graph leaves it open. */
	public Optional<Integer> side() {
		return size(2);
	}

	/** The names of its outputs, in the graph's order. */
	public List<String> outputs() {
		return this.session.signature().outputs().stream().map(Signature.Value::name).toList();
	}

	/**
	 * Describes images.
	 * @param images (count, channels, side, side)
	 * @param output the name of an output
	 * @return (count, length), where the graph decides how long a vector is
	 * @throws IllegalStateException when ONNX Runtime cannot run the graph on them
	 */
	public float[] run(float[] images, int count, int channels, int side, String output) {
		return run(images, count, channels, side, side, output);
	}

	/**
	 * Describes images, which need not be square.
	 * @param images (count, channels, height, width)
	 * @param output the name of an output
	 * @return (count, length), where the graph decides how long a vector is
	 * @throws IllegalStateException when ONNX Runtime cannot run the graph on them
	 */
	public float[] run(float[] images, int count, int channels, int height, int width, String output) {
		return this.session
			.run(Map.of(this.input.name(), new Tensor.Floats(images, count, channels, height, width)), output)
			.values();
	}

	private Optional<Integer> size(int axis) {
		long size = this.input.shape().get(axis);
		return (size > 0) ? Optional.of((int) size) : Optional.empty();
	}

	@Override
	public void close() {
		this.session.close();
	}

}
