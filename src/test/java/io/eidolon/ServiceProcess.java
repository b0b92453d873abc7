package io.eidolon;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The service in a process of its own, which can be killed. */
final class ServiceProcess implements AutoCloseable {

	private final Process process;

	private final RunningService service;

	private ServiceProcess(Process process, int port) {
		this.process = process;
		this.service = new RunningService(port);
	}

	/** Starts the service, whose output goes to a file. */
	static ServiceProcess start(Path output, List<String> arguments) throws IOException {
		int port = freePort();
		List<String> command = Stream.of(List.of(ProcessHandle.current().info().command().orElseThrow(), "-Xmx400m",
				"--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp",
				System.getProperty("java.class.path"), EidolonApplication.class.getName(), "--server.port=" + port,
				"--management.server.port=0"), arguments)
			.flatMap(List::stream)
			.toList();
		return new ServiceProcess(new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(new File(output.toString())))
			.start(), port);
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	RunningService service() {
		return this.service;
	}

	boolean isAlive() {
		return this.process.isAlive();
	}

	/** Ends it at once, as kill -9 does. */
	@Override
	public void close() {
		this.process.destroyForcibly().onExit().join();
	}

}
