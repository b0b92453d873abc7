package io.eidolon.inference;

import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
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

	private final SessionOptions options;

	private final OrtSession session;

	private final Signature signature;

	private GeneratorSession(SessionOptions options, OrtSession session) throws OrtException {
		this.options = options;
		this.session = session;
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
		return open(graph.toString(), (options) -> ENVIRONMENT.createSession(graph.toString(), options));
	}

	/**
	 * Opens a graph from the bytes of an {@code .onnx} file.
	 * @throws InvalidGeneratorException when ONNX Runtime cannot load it
	 */
	public static GeneratorSession open(byte[] graph) {
		return open("The graph", (options) -> ENVIRONMENT.createSession(graph, options));
	}

	private static GeneratorSession open(String source, SessionLoader loader) {
		SessionOptions options = new SessionOptions();
		try {
			configure(options);
			return new GeneratorSession(options, loader.load(options));
		}
		catch (OrtException ex) {
			options.close();
			throw new InvalidGeneratorException("%s cannot be loaded: %s".formatted(source, line(ex)), ex);
		}
	}

	// One caller per core beats threads within a run, and an arena never shrinks.
	private static void configure(SessionOptions options) throws OrtException {
		options.setIntraOpNumThreads(1);
		options.setInterOpNumThreads(1);
		options.setCPUArenaAllocator(false);
		// What fails is thrown; the log would only say it again.
		options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
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
			try (OrtSession.Result result = this.session.run(inputs)) {
				// The tensor's memory goes with the result; this copies it, once.
				return ((OnnxTensor) result.get(0)).getFloatBuffer().array();
			}
		}
		catch (OrtException ex) {
			throw new IllegalStateException("The graph cannot be run: " + line(ex), ex);
		}
		finally {
			inputs.values().forEach(OnnxTensor::close);
		}
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

	private static String line(OrtException ex) {
		return String.valueOf(ex.getMessage()).strip().replaceAll("\\s+", " ");
	}

	/** Loads a session from wherever the graph is. */
	@FunctionalInterface
	private interface SessionLoader {

		OrtSession load(SessionOptions options) throws OrtException;

	}

}
