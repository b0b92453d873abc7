package io.eidolon.inference.onnx;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtSession;
import io.eidolon.graph.OnnxGraph;

/**
 * A network in ONNX Runtime, of any inputs, by their names, and outputs of floats. Runs
 * may go side by side, each on its caller's thread alone; whoever opened a session closes
 * it after the last run has returned.
 */
public final class TensorSession implements AutoCloseable {

	private final NativeSession session;

	private TensorSession(NativeSession session) {
		this.session = session;
	}

	/**
	 * Opens a graph on the processor.
	 * @param source what errors call it
	 * @throws InvalidModelException when ONNX Runtime cannot load it
	 */
	public static TensorSession open(String source, OnnxGraph graph) {
		return new TensorSession(NativeSession.open(source, graph, Device.CPU));
	}

	/**
	 * Opens a graph from the bytes of an {@code .onnx} file.
	 * @throws InvalidModelException when ONNX Runtime cannot load it
	 */
	public static TensorSession open(String source, byte[] graph) {
		return new TensorSession(NativeSession.open(source, graph, Device.CPU));
	}

	/** The graph's inputs and outputs as they were found. */
	public Signature signature() {
		return this.session.signature();
	}

	/**
	 * Computes one output, for as long as it takes.
	 * @param inputs a tensor for each input of the graph
	 * @param output the name of an output of floats
	 * @throws IllegalStateException when ONNX Runtime cannot run the graph on them
	 */
	public Tensor.Floats run(Map<String, ? extends Tensor> inputs, String output) {
		try (Inputs tensors = Inputs.of(inputs)) {
			return this.session.run(tensors.byName(), Set.of(output), TensorSession::first);
		}
	}

	/**
	 * Computes one output.
	 * @param inputs a tensor for each input of the graph
	 * @param output the name of an output of floats
	 * @param timeout after which the run ends, at the next of its nodes
	 * @throws IllegalStateException when ONNX Runtime cannot run the graph on them
	 * @throws TimeoutException when the time was over first
	 */
	public Tensor.Floats run(Map<String, ? extends Tensor> inputs, String output, Duration timeout)
			throws TimeoutException {
		try (Inputs tensors = Inputs.of(inputs)) {
			return this.session.run(tensors.byName(), Set.of(output), timeout, TensorSession::first);
		}
	}

	/**
	 * Runs the graph for what its outputs are: the type and shape of each.
	 * @param inputs a tensor for each input of the graph
	 * @param timeout after which the run ends, at the next of its nodes
	 * @throws IllegalStateException when ONNX Runtime cannot run the graph on them
	 * @throws TimeoutException when the time was over first
	 */
	public List<Signature.Value> types(Map<String, ? extends Tensor> inputs, Duration timeout) throws TimeoutException {
		Set<String> outputs = signature().outputs().stream().map(Signature.Value::name).collect(Collectors.toSet());
		try (Inputs tensors = Inputs.of(inputs)) {
			return this.session.run(tensors.byName(), outputs, timeout,
					(result) -> StreamSupport.stream(result.spliterator(), false)
						.map((output) -> NativeSession.value(output.getKey(), output.getValue().getInfo()))
						.toList());
		}
	}

	// The tensor's memory goes with the result; this copies it, once.
	private static Tensor.Floats first(OrtSession.Result result) {
		OnnxTensor found = (OnnxTensor) result.get(0);
		return new Tensor.Floats(found.getFloatBuffer().array(), found.getInfo().getShape());
	}

	@Override
	public void close() {
		this.session.close();
	}

}
