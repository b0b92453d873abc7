package io.eidolon.inference.onnx;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtSession;
import io.eidolon.graph.OnnxGraph;
import io.eidolon.modelcard.PortNames;
import org.jspecify.annotations.Nullable;

/**
 * A generator's graph in ONNX Runtime. Runs may go side by side, each on its caller's
 * thread alone; whoever opened a session closes it after the last run has returned.
 */
public final class GeneratorSession implements AutoCloseable {

	private final Device device;

	private final NativeSession session;

	private GeneratorSession(Device device, NativeSession session) {
		this.device = device;
		this.session = session;
	}

	/**
	 * Opens a graph.
	 * @throws InvalidModelException when there is no file or ONNX Runtime cannot load it
	 */
	public static GeneratorSession open(Path graph) {
		if (!Files.isReadable(graph)) {
			throw new InvalidModelException("%s is missing or cannot be read".formatted(graph));
		}
		return new GeneratorSession(Device.CPU, NativeSession.open(graph.toString(), Device.CPU,
				(options) -> NativeSession.ENVIRONMENT.createSession(graph.toString(), options)));
	}

	/**
	 * Opens a graph from the bytes of an {@code .onnx} file.
	 * @throws InvalidModelException when ONNX Runtime cannot load it
	 */
	public static GeneratorSession open(byte[] graph) {
		return open("The graph", graph, Device.CPU);
	}

	/**
	 * Opens a graph on a device.
	 * @param source what errors call it
	 * @param graph the bytes of an {@code .onnx} file
	 * @throws InvalidModelException when ONNX Runtime cannot load it
	 */
	public static GeneratorSession open(String source, byte[] graph, Device device) {
		return new GeneratorSession(device, NativeSession.open(source, graph, device));
	}

	/**
	 * Opens a graph in memory on a device.
	 * @param source what errors call it
	 * @throws InvalidModelException when ONNX Runtime cannot load it
	 */
	public static GeneratorSession open(String source, OnnxGraph graph, Device device) {
		return new GeneratorSession(device, NativeSession.open(source, graph, device));
	}

	/** Where it runs. */
	public Device device() {
		return this.device;
	}

	/** The graph's inputs and outputs as they were found. */
	public Signature signature() {
		return this.session.signature();
	}

	/**
	 * Generates images.
	 * @param z latents of shape (count, dimension)
	 * @param labels class indices of shape (count), null for a graph that takes none
	 * @param count how many images
	 * @return the images in the graph's range, of shape (count, channels, height, width)
	 * @throws IllegalArgumentException when the count is below 1
	 * @throws IllegalStateException when ONNX Runtime cannot run the graph on them
	 */
	public float[] run(float[] z, long @Nullable [] labels, int count) {
		return run(new LatentBatch(z, labels, count));
	}

	/**
	 * Generates images in the graph's range, of shape (count, channels, height, width).
	 */
	public float[] run(LatentBatch batch) {
		return run(batch, Map.of(), (result) -> floats(result.get(0)));
	}

	/**
	 * Generates images as 8-bit samples, with a graph that gives these.
	 * @return the images, of shape (count, height, width, channels)
	 * @throws IllegalArgumentException when the count is below 1
	 * @throws IllegalStateException when ONNX Runtime cannot run the graph on them
	 */
	public byte[] samples(LatentBatch batch) {
		return run(batch, Map.of(), (result) -> ((OnnxTensor) result.get(0)).getByteBuffer().array());
	}

	/** Gives the values of all outputs of a run, by name; all of them must be floats. */
	public Map<String, float[]> outputs(LatentBatch batch) {
		return outputs(batch, Map.of());
	}

	/**
	 * Gives the values of all outputs of a run, by name; all of them must be floats.
	 * @param others the values of the graph's other inputs, which must be floats too, by
	 * name; (count, ...) each
	 */
	public Map<String, float[]> outputs(LatentBatch batch, Map<String, float[]> others) {
		return run(batch, others, (result) -> StreamSupport.stream(result.spliterator(), false)
			.collect(Collectors.toMap(Map.Entry::getKey, (output) -> floats(output.getValue()))));
	}

	// The tensor's memory goes with the result; this copies it, once.
	private static float[] floats(OnnxValue value) {
		return ((OnnxTensor) value).getFloatBuffer().array();
	}

	private <T> T run(LatentBatch batch, Map<String, float[]> others, Function<OrtSession.Result, T> copy) {
		int count = batch.count();
		if (count < 1) {
			throw new IllegalArgumentException("count (%s) must be at least 1".formatted(count));
		}
		try (Inputs inputs = new Inputs()) {
			inputs.add(PortNames.LATENT, new Tensor.Floats(batch.z(), count, batch.z().length / count));
			if (batch.labels() != null) {
				inputs.add(PortNames.LABEL, new Tensor.Longs(batch.labels(), count));
			}
			addPrompts(inputs, PortNames.SENTENCE, batch.sentences(), count, others);
			addPrompts(inputs, PortNames.STRENGTH, batch.strengths(), count, others);
			others.forEach((name, values) -> inputs.add(name, new Tensor.Floats(values, shape(name, count))));
			return this.session.run(inputs.byName(), copy);
		}
	}

	// Zeros are no prompt.
	private void addPrompts(Inputs inputs, String name, float @Nullable [] rows, int count,
			Map<String, float[]> others) {
		int length = signature().length(name);
		if (length > 0 && !others.containsKey(name)) {
			inputs.add(name, new Tensor.Floats((rows != null) ? rows : new float[count * length], count, length));
		}
	}

	private long[] shape(String input, int count) {
		long[] shape = signature().input(input).shape().stream().mapToLong(Long::longValue).toArray();
		shape[0] = count;
		return shape;
	}

	@Override
	public void close() {
		this.session.close();
	}

}
