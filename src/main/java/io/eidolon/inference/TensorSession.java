package io.eidolon.inference;

import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;

/**
 * A network in ONNX Runtime, of any inputs, by their names, and outputs of floats. Runs
 * may go side by side, each on its caller's thread alone; whoever opened a session closes
 * it after the last run has returned.
 */
public final class TensorSession implements AutoCloseable {

	private static final OrtEnvironment ENVIRONMENT = OrtEnvironment.getEnvironment();

	private final SessionOptions options;

	private final OrtSession session;

	private TensorSession(SessionOptions options, OrtSession session) {
		this.options = options;
		this.session = session;
	}

	/**
	 * Opens a graph on the processor.
	 * @param source what errors call it
	 * @param graph the bytes of an {@code .onnx} file
	 * @throws InvalidGeneratorException when ONNX Runtime cannot load it
	 */
	public static TensorSession open(String source, byte[] graph) {
		SessionOptions options = new SessionOptions();
		try {
			GeneratorSession.runOnCallersThread(options);
			return new TensorSession(options, ENVIRONMENT.createSession(graph, options));
		}
		catch (OrtException ex) {
			options.close();
			throw new InvalidGeneratorException("%s cannot be loaded: %s".formatted(source, GeneratorSession.line(ex)),
					ex);
		}
	}

	/**
	 * Computes one output.
	 * @param inputs a tensor for each input of the graph
	 * @param output the name of an output of floats
	 * @throws IllegalStateException when ONNX Runtime cannot run the graph on them
	 */
	public Tensor.Floats run(Map<String, ? extends Tensor> inputs, String output) {
		Map<String, OnnxTensor> tensors = new HashMap<>();
		try {
			for (Map.Entry<String, ? extends Tensor> input : inputs.entrySet()) {
				tensors.put(input.getKey(), tensor(input.getValue()));
			}
			try (OrtSession.Result result = this.session.run(tensors, Set.of(output))) {
				OnnxTensor found = (OnnxTensor) result.get(0);
				return new Tensor.Floats(found.getFloatBuffer().array(), found.getInfo().getShape());
			}
		}
		catch (OrtException ex) {
			throw new IllegalStateException("The graph cannot be run: " + GeneratorSession.line(ex), ex);
		}
		finally {
			tensors.values().forEach(OnnxTensor::close);
		}
	}

	private static OnnxTensor tensor(Tensor tensor) throws OrtException {
		return switch (tensor) {
			case Tensor.Floats floats ->
				OnnxTensor.createTensor(ENVIRONMENT, FloatBuffer.wrap(floats.values()), floats.shape());
			case Tensor.Longs longs ->
				OnnxTensor.createTensor(ENVIRONMENT, LongBuffer.wrap(longs.values()), longs.shape());
		};
	}

	/** Frees the session; its options must outlive it. */
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
