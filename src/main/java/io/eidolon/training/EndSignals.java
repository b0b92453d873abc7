package io.eidolon.training;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.eidolon.training.loop.StopRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the signals that tell a process to end (SIGTERM, SIGINT, SIGHUP) before the JVM
 * does. Its shutdown would close libraries under a step or an export that uses them: ONNX
 * Runtime has a shutdown hook, and hooks run all at once. The first signal asks the task
 * to end, the second one ends the process.
 * <p>
 * {@code sun.misc.Signal} is called by reflection, since a compiler that takes warnings
 * for errors refuses it. Where there is none, signals are the JVM's.
 */
final class EndSignals implements StopRequest, AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(EndSignals.class);

	/** The exit code of a process that a signal has ended is so much above its number. */
	private static final int SIGNALLED = 128;

	private static final Map<String, Integer> NUMBERS = Map.of("HUP", 1, "INT", 2, "TERM", 15);

	/** Puts back what was before. */
	private final List<AutoCloseable> handled = new ArrayList<>();

	/** The name of the first signal, or null. */
	private volatile @Nullable String first;

	private EndSignals() {
	}

	/** Takes the signals until it is closed. */
	static EndSignals take() {
		EndSignals signals = new EndSignals();
		NUMBERS.keySet().forEach(signals::handle);
		return signals;
	}

	@Override
	public boolean requested() {
		return this.first != null;
	}

	/**
	 * What a process that a signal has ended returns, or another code without a signal.
	 */
	int exitCode(int otherwise) {
		String signal = this.first;
		return (signal != null) ? exitCode(signal) : otherwise;
	}

	private static int exitCode(String name) {
		return SIGNALLED + NUMBERS.getOrDefault(name, 0);
	}

	private void handle(String name) {
		try {
			Class<?> type = Class.forName("sun.misc.Signal");
			Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
			Object signal = type.getConstructor(String.class).newInstance(name);
			Object handler = Proxy.newProxyInstance(EndSignals.class.getClassLoader(), new Class<?>[] { handlerType },
					(proxy, method, arguments) -> switch (method.getName()) {
						case "handle" -> {
							onSignal(name);
							yield null;
						}
						case "equals" -> proxy == arguments[0];
						case "hashCode" -> System.identityHashCode(proxy);
						default -> "the end of the task";
					});
			Object before = type.getMethod("handle", type, handlerType).invoke(null, signal, handler);
			this.handled.add(() -> type.getMethod("handle", type, handlerType).invoke(null, signal, before));
		}
		// Windows has no SIGHUP, and a JVM may keep signals to itself (-Xrs)
		catch (ReflectiveOperationException ex) {
			logger.debug("SIG{} stays with the JVM", name, ex);
		}
	}

	private void onSignal(String name) {
		if (this.first != null) {
			Runtime.getRuntime().halt(exitCode(name));
		}
		this.first = name;
		logger.info("SIG{}: ending; a second one ends at once", name);
	}

	@Override
	public void close() {
		for (AutoCloseable before : this.handled) {
			try {
				before.close();
			}
			catch (Exception ex) {
				logger.debug("A signal is not given back", ex);
			}
		}
	}

}
