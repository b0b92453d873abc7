package io.eidolon.inference;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.TensorInfo;

/**
 * A network that describes pictures by vectors, in ONNX Runtime: one float input (N, C,
 * H, W), and an output of as many values for each picture. Runs may go side by side.
 */
public final class FeatureExtractor implements AutoCloseable {

	private static final OrtEnvironment ENVIRONMENT = OrtEnvironment.getEnvironment();

	private static final int IMAGE_AXES = 4;

	private final SessionOptions options;

	private final OrtSession session;

	private final String input;

	private final long[] shape;

	private FeatureExtractor(String source, SessionOptions options, OrtSession session) throws OrtException {
		this.options = options;
		this.session = session;
		Map.Entry<String, NodeInfo> first = session.getInputInfo().entrySet().iterator().next();
		if (session.getNumInputs() != 1 || !(first.getValue().getInfo() instanceof TensorInfo info)
				|| info.getShape().length != IMAGE_AXES) {
			throw new InvalidGeneratorException(
					"%s must take one input (N, C, H, W), not %s".formatted(source, session.getInputInfo().values()));
		}
		this.input = first.getKey();
		this.shape = info.getShape();
	}

	/**
	 * Opens a graph.
	 * @param source what errors call it
	 * @param graph the bytes of an {@code .onnx} file
	 * @throws InvalidGeneratorException when ONNX Runtime cannot load it, or when it
	 * takes no pictures
	 */
	public static FeatureExtractor open(String source, byte[] graph) {
		SessionOptions options = new SessionOptions();
		try {
			GeneratorSession.runOnCallersThread(options);
			OrtSession session = ENVIRONMENT.createSession(graph, options);
			try {
				return new FeatureExtractor(source, options, session);
			}
			catch (OrtException | RuntimeException ex) {
				session.close();
				throw ex;
			}
		}
		catch (OrtException ex) {
			options.close();
			throw new InvalidGeneratorException("%s cannot be loaded: %s".formatted(source, GeneratorSession.line(ex)),
					ex);
		}
		catch (RuntimeException ex) {
			options.close();
			throw ex;
		}
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
		return List.copyOf(this.session.getOutputNames());
	}

	/**
	 * Describes pictures.
	 * @param images (count, channels, side, side)
	 * @param output the name of an output
	 * @return (count, length), where the graph decides how long a vector is
	 * @throws IllegalStateException when ONNX Runtime cannot run the graph on them
	 */
	public float[] run(float[] images, int count, int channels, int side, String output) {
		return run(images, count, channels, side, side, output);
	}

	/**
	 * Describes pictures, which need not be square.
	 * @param images (count, channels, height, width)
	 * @param output the name of an output
	 * @return (count, length), where the graph decides how long a vector is
	 * @throws IllegalStateException when ONNX Runtime cannot run the graph on them
	 */
	public float[] run(float[] images, int count, int channels, int height, int width, String output) {
		try (OnnxTensor tensor = OnnxTensor.createTensor(ENVIRONMENT, FloatBuffer.wrap(images),
				new long[] { count, channels, height, width });
				OrtSession.Result result = this.session.run(Map.of(this.input, tensor), Set.of(output))) {
			return ((OnnxTensor) result.get(0)).getFloatBuffer().array();
		}
		catch (OrtException ex) {
			throw new IllegalStateException("The graph cannot be run: " + GeneratorSession.line(ex), ex);
		}
	}

	private Optional<Integer> size(int axis) {
		return (this.shape[axis] > 0) ? Optional.of((int) this.shape[axis]) : Optional.empty();
	}

	@Override
	public void close() {
		try {
			this.session.close();
		}
		catch (OrtException ex) {
			throw new IllegalStateException("The session cannot be closed: " + GeneratorSession.line(ex), ex);
		}
		finally {
			this.options.close();
		}
	}

}
