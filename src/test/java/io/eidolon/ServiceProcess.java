package io.eidolon;

import java.io.File;
import java.io.IOException;
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
		int port = ChildJvm.freePort();
		List<String> command = Stream.of(
				List.of("-Xmx400m", "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
						EidolonApplication.class.getName(), "--server.port=" + port, "--management.server.port=0"),
				arguments)
			.flatMap(List::stream)
			.toList();
		return new ServiceProcess(ChildJvm.with(command)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(new File(output.toString())))
			.start(), port);
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
