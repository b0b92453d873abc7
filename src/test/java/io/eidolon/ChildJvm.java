package io.eidolon;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.Stream;

/** Java programs that tests start beside them, with the Java that runs the tests. */
public final class ChildJvm {

	/** A start is over before code that is optimised at length has paid for it. */
	private static final List<String> FRUGAL = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

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

	/** A port that nobody listens on at the moment. */
	public static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

}
