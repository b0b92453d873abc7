package io.eidolon.inference;

import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.RunOptions;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.TensorInfo;
import io.eidolon.modelcard.ModelCard;
import org.jspecify.annotations.Nullable;

/**
 * A generator's graph in ONNX Runtime. Runs may go side by side, each on its caller's
 * thread alone; whoever opened a session closes it after the last run has returned.
 */
public final class GeneratorSession implements AutoCloseable {

	private static final OrtEnvironment ENVIRONMENT = OrtEnvironment.getEnvironment();

	private final Device device;

	private final SessionOptions options;

	private final RunOptions runOptions;

	private final OrtSession session;

	private final Signature signature;

	private GeneratorSession(Device device, SessionOptions options, OrtSession session) throws OrtException {
		this.device = device;
		this.options = options;
		this.session = session;
		this.runOptions = new RunOptions();
		device.configure(this.runOptions);
		this.signature = new Signature(values(session.getInputInfo()), values(session.getOutputInfo()));
	}

	/**
	 * Opens a graph.
	 * @throws InvalidGeneratorException when there is no file or ONNX Runtime cannot load
	 * it
	 */
	public static GeneratorSession open(Path graph) {
		if (!Files.isReadable(graph)) {
			throw new InvalidGeneratorException("%s is missing or cannot be read".formatted(graph));
		}
		return open(graph.toString(), Device.CPU, (options) -> ENVIRONMENT.createSession(graph.toString(), options));
	}

	/**
	 * Opens a graph from the bytes of an {@code .onnx} file.
	 * @throws InvalidGeneratorException when ONNX Runtime cannot load it
	 */
	public static GeneratorSession open(byte[] graph) {
		return open("The graph", graph, Device.CPU);
	}

	/**
	 * Opens a graph on a device.
	 * @param source what errors call it
	 * @param graph the bytes of an {@code .onnx} file
	 * @throws InvalidGeneratorException when ONNX Runtime cannot load it
	 */
	static GeneratorSession open(String source, byte[] graph, Device device) {
		return open(source, device, (options) -> ENVIRONMENT.createSession(graph, options));
	}

	private static GeneratorSession open(String source, Device device, SessionLoader loader) {
		SessionOptions options = new SessionOptions();
		try {
			runOnCallersThread(options);
			device.configure(options);
			return new GeneratorSession(device, options, loader.load(options));
		}
		catch (OrtException ex) {
			options.close();
			throw new InvalidGeneratorException("%s cannot be loaded: %s".formatted(source, line(ex)), ex);
		}
	}

	/**
	 * Lets runs go on the thread of their caller alone, and leaves errors to exceptions.
	 */
	static void runOnCallersThread(SessionOptions options) throws OrtException {
		options.setIntraOpNumThreads(1);
		options.setInterOpNumThreads(1);
		// What fails is thrown; the log would only say it again.
		options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
	}

	/** Where it runs. */
	Device device() {
		return this.device;
	}

	/** The graph's inputs and outputs as they were found. */
	public Signature signature() {
		return this.signature;
	}

	/**
	 * Draws pictures.
	 * @param z latents of shape (count, dimension)
	 * @param labels class indices of shape (count), null for a graph that takes none
	 * @param count how many pictures
	 * @return the pictures in the graph's range, of shape (count, channels, height,
	 * width)
	 * @throws IllegalArgumentException when there is nothing to draw
	 * @throws IllegalStateException when ONNX Runtime cannot run the graph on them
	 */
	public float[] run(float[] z, long @Nullable [] labels, int count) {
		return run(z, labels, count, (result) -> floats(result.get(0)));
	}

	/**
	 * Draws pictures as 8-bit samples, with a graph that gives these.
	 * @param z latents of shape (count, dimension)
	 * @param labels class indices of shape (count), null for a graph that takes none
	 * @param count how many pictures
	 * @return the pictures, of shape (count, height, width, channels)
	 * @throws IllegalArgumentException when there is nothing to draw
	 * @throws IllegalStateException when ONNX Runtime cannot run the graph on them
	 */
	public byte[] draw(float[] z, long @Nullable [] labels, int count) {
		return run(z, labels, count, (result) -> ((OnnxTensor) result.get(0)).getByteBuffer().array());
	}

	/** Gives the values of all outputs of a run, by name; all of them must be floats. */
	public Map<String, float[]> outputs(float[] z, long @Nullable [] labels, int count) {
		return outputs(z, labels, Map.of(), count);
	}

	/**
	 * Gives the values of all outputs of a run, by name; all of them must be floats.
	 * @param others the values of the graph's other inputs, which must be floats too, by
	 * name; (count, ...) each
	 */
	Map<String, float[]> outputs(float[] z, long @Nullable [] labels, Map<String, float[]> others, int count) {
		return run(z, labels, others, count, (result) -> StreamSupport.stream(result.spliterator(), false)
			.collect(Collectors.toMap(Map.Entry::getKey, (output) -> floats(output.getValue()))));
	}

	// The tensor's memory goes with the result; this copies it, once.
	private static float[] floats(OnnxValue value) {
		return ((OnnxTensor) value).getFloatBuffer().array();
	}

	private <T> T run(float[] z, long @Nullable [] labels, int count, Function<OrtSession.Result, T> copy) {
		return run(z, labels, Map.of(), count, copy);
	}

	private <T> T run(float[] z, long @Nullable [] labels, Map<String, float[]> others, int count,
			Function<OrtSession.Result, T> copy) {
		if (count < 1) {
			throw new IllegalArgumentException("count (%d) must be at least 1".formatted(count));
		}
		Map<String, OnnxTensor> inputs = new HashMap<>();
		try {
			inputs.put(ModelCard.LATENT_INPUT,
					OnnxTensor.createTensor(ENVIRONMENT, FloatBuffer.wrap(z), new long[] { count, z.length / count }));
			if (labels != null) {
				inputs.put(ModelCard.LABEL_INPUT,
						OnnxTensor.createTensor(ENVIRONMENT, LongBuffer.wrap(labels), new long[] { count }));
			}
			for (Map.Entry<String, float[]> other : others.entrySet()) {
				inputs.put(other.getKey(), OnnxTensor.createTensor(ENVIRONMENT, FloatBuffer.wrap(other.getValue()),
						shape(other.getKey(), count)));
			}
			try (OrtSession.Result result = this.session.run(inputs, this.runOptions)) {
				return copy.apply(result);
			}
		}
		catch (OrtException ex) {
			throw new IllegalStateException("The graph cannot be run: " + line(ex), ex);
		}
		finally {
			inputs.values().forEach(OnnxTensor::close);
		}
	}

	private long[] shape(String input, int count) {
		long[] shape = this.signature.input(input).shape().stream().mapToLong(Long::longValue).toArray();
		shape[0] = count;
		return shape;
	}

	/** Frees the session; its options must outlive it. */
	@Override
	public void close() {
		try {
			this.session.close();
		}
		catch (OrtException ex) {
			throw new IllegalStateException("The session cannot be closed: " + line(ex), ex);
		}
		finally {
			this.runOptions.close();
			this.options.close();
		}
	}

	private static List<Signature.Value> values(Map<String, NodeInfo> infos) {
		return infos.values().stream().map(GeneratorSession::value).toList();
	}

	private static Signature.Value value(NodeInfo node) {
		if (node.getInfo() instanceof TensorInfo tensor) {
			return new Signature.Value(node.getName(), tensor.type.name().toLowerCase(Locale.ROOT),
					LongStream.of(tensor.getShape()).boxed().toList());
		}
		return new Signature.Value(node.getName(), "no tensor", List.of());
	}

	/** What went wrong, in one line. */
	static String line(OrtException ex) {
		return String.valueOf(ex.getMessage()).strip().replaceAll("\\s+", " ");
	}

	/** Loads a session from wherever the graph is. */
	@FunctionalInterface
	private interface SessionLoader {

		OrtSession load(SessionOptions options) throws OrtException;

	}

}
