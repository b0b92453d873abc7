package io.eidolon.inference.onnx;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.LongStream;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.RunOptions;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.TensorInfo;
import ai.onnxruntime.ValueInfo;
import io.eidolon.graph.OnnxGraph;

/**
 * Owns a session of ONNX Runtime and the options that must outlive it. Runs may go side
 * by side, each on its caller's thread alone; the session closes after the last run has
 * returned.
 */
final class NativeSession implements AutoCloseable {

	static final OrtEnvironment ENVIRONMENT = OrtEnvironment.getEnvironment();

	private final SessionSettings settings;

	private final SessionOptions options;

	private final OrtSession session;

	private final Signature signature;

	private NativeSession(SessionSettings settings, SessionOptions options, OrtSession session, Signature signature) {
		this.settings = settings;
		this.options = options;
		this.session = session;
		this.signature = signature;
	}

	/**
	 * Opens a graph from the bytes of an {@code .onnx} file.
	 * @param source what errors call it
	 * @throws InvalidModelException when ONNX Runtime cannot load it
	 */
	static NativeSession open(String source, byte[] graph, SessionSettings settings) {
		return open(source, settings, (options) -> ENVIRONMENT.createSession(graph, options));
	}

	/**
	 * Opens a graph in memory; a large one by way of a file that is gone once it is open.
	 * @param source what errors call it
	 * @throws InvalidModelException when ONNX Runtime cannot load it
	 */
	static NativeSession open(String source, OnnxGraph graph, SessionSettings settings) {
		if (!WeightsFile.isFor(graph)) {
			return open(source, graph.bytes(), settings);
		}
		try (WeightsFile weights = WeightsFile.create()) {
			byte[] structure = weights.write(graph);
			return open(source, settings, (options) -> {
				weights.configure(options);
				return ENVIRONMENT.createSession(structure, options);
			});
		}
	}

	/**
	 * Opens a graph.
	 * @param source what errors call it
	 * @throws InvalidModelException when ONNX Runtime cannot load it
	 */
	static NativeSession open(String source, SessionSettings settings, Loader loader) {
		try (Handles handles = new Handles()) {
			SessionOptions options = handles.add(new SessionOptions());
			runOnCallersThread(options);
			settings.configure(options);
			OrtSession session = handles.add(loader.load(options));
			// What is wrong with the options of runs shows now, and not in the first run.
			try (RunOptions runOptions = new RunOptions()) {
				settings.configure(runOptions);
			}
			NativeSession opened = new NativeSession(settings, options, session,
					new Signature(values(session.getInputInfo()), values(session.getOutputInfo())));
			handles.release();
			return opened;
		}
		catch (OrtException ex) {
			throw new InvalidModelException("%s cannot be loaded: %s".formatted(source, line(ex)), ex);
		}
	}

	private static void runOnCallersThread(SessionOptions options) throws OrtException {
		options.setIntraOpNumThreads(1);
		options.setInterOpNumThreads(1);
		// What fails is thrown; the log would only say it again.
		options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
	}

	Signature signature() {
		return this.signature;
	}

	/**
	 * Runs the graph for as long as {@link RunLimit} says.
	 * @param inputs closed by the caller
	 * @param copy takes what is wanted out of the result, whose memory then goes
	 * @throws IllegalStateException when ONNX Runtime cannot run the graph on them
	 */
	<T> T run(Map<String, OnnxTensor> inputs, Function<OrtSession.Result, T> copy) {
		return run(inputs, this.session.getOutputNames(), copy);
	}

	/**
	 * Runs the graph for as long as {@link RunLimit} says.
	 * @param inputs closed by the caller
	 * @param outputs the names of the outputs that are computed
	 * @param copy takes what is wanted out of the result, whose memory then goes
	 * @throws IllegalStateException when ONNX Runtime cannot run the graph on them, or
	 * the time was over first
	 */
	<T> T run(Map<String, OnnxTensor> inputs, Set<String> outputs, Function<OrtSession.Result, T> copy) {
		try {
			return run(inputs, outputs, RunLimit.remaining(), copy);
		}
		catch (TimeoutException ex) {
			throw new IllegalStateException("The graph cannot be run: it takes too long", ex);
		}
	}

	/**
	 * Runs the graph and ends the run between two nodes once its time is over.
	 * @param inputs closed by the caller
	 * @param outputs the names of the outputs that are computed
	 * @param copy takes what is wanted out of the result, whose memory then goes
	 * @throws IllegalStateException when ONNX Runtime cannot run the graph on them
	 * @throws TimeoutException when the time was over first
	 */
	<T> T run(Map<String, OnnxTensor> inputs, Set<String> outputs, Duration timeout,
			Function<OrtSession.Result, T> copy) throws TimeoutException {
		if (!timeout.isPositive()) {
			throw new TimeoutException("There is no time left for a run");
		}
		try (TimedRun run = TimedRun.start(this.settings, timeout)) {
			try (OrtSession.Result result = this.session.run(inputs, outputs, run.options())) {
				return copy.apply(result);
			}
			catch (OrtException ex) {
				if (run.isTerminated()) {
					throw new TimeoutException("The run was not finished within %s".formatted(timeout));
				}
				throw failure(ex);
			}
		}
		catch (OrtException ex) {
			throw failure(ex);
		}
	}

	static IllegalStateException failure(OrtException ex) {
		return new IllegalStateException("The graph cannot be run: " + line(ex), ex);
	}

	/** Frees the session, and then the options that it needs. */
	@Override
	public void close() {
		try (this.options) {
			this.session.close();
		}
		catch (OrtException ex) {
			throw new IllegalStateException("The session cannot be closed: " + line(ex), ex);
		}
	}

	private static List<Signature.Value> values(Map<String, NodeInfo> infos) {
		return infos.values().stream().map(NativeSession::value).toList();
	}

	private static Signature.Value value(NodeInfo node) {
		return value(node.getName(), node.getInfo());
	}

	static Signature.Value value(String name, ValueInfo info) {
		if (info instanceof TensorInfo tensor) {
			return new Signature.Value(name, tensor.type.name().toLowerCase(Locale.ROOT),
					LongStream.of(tensor.getShape()).boxed().toList());
		}
		return new Signature.Value(name, "no tensor", List.of());
	}

	/** What went wrong, in one line. */
	static String line(OrtException ex) {
		return String.valueOf(ex.getMessage()).strip().replaceAll("\\s+", " ");
	}

	/** Loads a session from wherever the graph is. */
	@FunctionalInterface
	interface Loader {

		OrtSession load(SessionOptions options) throws OrtException;

	}

}
