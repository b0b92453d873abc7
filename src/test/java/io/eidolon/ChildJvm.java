package io.eidolon;

import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Java programs that tests start beside them, with the Java that runs the tests. */
public final class ChildJvm {

	/** A start is over before code that is optimised at length has paid for it. */
	private static final List<String> FRUGAL = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

	private static final int LOWEST = 16_000;

	private static final int HIGHEST = 32_000;

	private static final RandomGenerator PORTS = new SecureRandom();

	private ChildJvm() {
	}

	/** The command with these options and arguments, its errors among its output. */
	public static ProcessBuilder with(String... arguments) {
		return with(List.of(arguments));
	}

	/** The command with these options and arguments, its errors among its output. */
	public static ProcessBuilder with(List<String> arguments) {
		List<String> java = List.of(ProcessHandle.current().info().command().orElseThrow());
		return new ProcessBuilder(Stream.of(java, FRUGAL, arguments).flatMap(List::stream).toList())
			.redirectErrorStream(true);
	}

	/**
	 * A port that nobody listens on at the moment, below those that operating systems
	 * give to outgoing connections: whoever asks a program whether it is there yet could
	 * be given the program's own.
	 */
	public static int freePort() throws IOException {
		while (true) {
			try (ServerSocket socket = new ServerSocket(PORTS.nextInt(LOWEST, HIGHEST))) {
				return socket.getLocalPort();
			}
			catch (BindException ex) {
				// Another listens there.
			}
		}
	}

}
