package io.eidolon.chaos;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

import io.eidolon.ChildJvm;

/** The service in a process of its own, with a heap of 512 MB. */
final class Service implements AutoCloseable {

	private static final Duration LONGEST_STOP = Duration.ofMinutes(1);

	private static final Duration START = Duration.ofMinutes(10);

	private final Client client;

	private final Client management;

	private final Process process;

	private Service(Process process, int port, int managementPort) {
		this.process = process;
		this.client = new Client(port);
		this.management = new Client(managementPort);
	}

	/**
	 * Starts the service and waits until it is ready.
	 * @param models its folder of models
	 * @param files how many files it may have open
	 */
	static Service start(Path models, int files, Path log) throws IOException, InterruptedException {
		return start(models, files, log, ChildJvm.freePort());
	}

	/** The same, at a port. */
	static Service start(Path models, int files, Path log, int port) throws IOException, InterruptedException {
		int managementPort = ChildJvm.freePort();
		// The collector of the image: where there are two cores, the JVM would take another
		List<String> java = List.of("exec", System.getProperty("java.home") + "/bin/java", "-Xmx512m",
				"-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-XX:+ExitOnOutOfMemoryError", "-jar",
				System.getProperty("chaos.jar"), "--eidolon.models.path=" + models, "--server.port=" + port,
				"--management.server.port=" + managementPort);
		Process process = new ProcessBuilder("bash", "-c",
				"exec > >(cat > '%s') 2>&1; ulimit -n %s; %s".formatted(log, files,
						java.stream().map((word) -> "'" + word + "'").collect(Collectors.joining(" "))))
			.start();
		Service service = new Service(process, port, managementPort);
		long end = System.nanoTime() + START.toNanos();
		while (service.client.status(service.client.get("/readyz").build()) != 200) {
			if (!process.isAlive() || System.nanoTime() > end) {
				service.close();
				throw new IOException("The service did not start: " + Files.readString(log));
			}
			Thread.sleep(100);
		}
		return service;
	}

	/** Who asks it for what anybody may ask. */
	Client client() {
		return this.client;
	}

	boolean isAlive() {
		return this.process.isAlive();
	}

	/** The sum of all that a meter shows. */
	double meter(String name) throws IOException, InterruptedException {
		return this.management.lines("/actuator/prometheus")
			.filter((line) -> line.startsWith(name + "{") || line.startsWith(name + " "))
			.mapToDouble((line) -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
			.sum();
	}

	/** From now on no file takes a byte of it, as on a full disk. Its log is written by another process. */
	void fillDisk() throws IOException, InterruptedException {
		int status = new ProcessBuilder("prlimit", "--pid", Long.toString(this.process.pid()), "--fsize=0:").inheritIO()
			.start()
			.waitFor();
		if (status != 0) {
			throw new IOException("prlimit cannot take files from the service: " + status);
		}
	}

	/** The time that the processors have spent on it so far. */
	Duration processorTime() {
		return this.process.info().totalCpuDuration().orElse(Duration.ZERO);
	}

	/** What Linux says of the process, in KiB or a number, such as {@code VmRSS} and {@code Threads}. */
	long told(String name) throws IOException {
		return Files.readAllLines(Path.of("/proc", Long.toString(this.process.pid()), "status"))
			.stream()
			.filter((line) -> line.startsWith(name + ":"))
			.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")))
			.findFirst()
			.orElseThrow();
	}

	int openFiles() {
		String[] files = new File("/proc/%s/fd".formatted(this.process.pid())).list();
		return (files != null) ? files.length : 0;
	}

	/** Ends it as the operating system does when memory is short: it can do nothing about it. */
	void kill() throws InterruptedException {
		this.process.destroyForcibly().waitFor();
		this.client.close();
		this.management.close();
	}

	/** Asks a process to end, and ends it when it does not. */
	static void end(Process process, Duration longest) {
		process.destroy();
		try {
			if (!process.waitFor(longest)) {
				process.destroyForcibly();
			}
		}
		catch (InterruptedException ex) {
			process.destroyForcibly();
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() {
		end(this.process, LONGEST_STOP);
		this.client.close();
		this.management.close();
	}

}
