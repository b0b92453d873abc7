package io.eidolon.chaos;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

import io.eidolon.ChildJvm;

/** The nginx of {@code deploy/nginx} as a process of this machine, in front of replicas at fixed ports. */
final class Gateway implements AutoCloseable {

	private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

	private static final Duration START = Duration.ofSeconds(10);

	/** What the file says of where it runs: Docker's DNS, the name that it resolves, and where it listens. */
	private static final String DNS = "resolver 127.0.0.11 valid=2s ipv6=off;";

	private static final String SERVICE = "http://eidolon:8080;";

	/** Its workers would give the rights to their own files away. */
	private static final boolean AS_ROOT = "root".equals(System.getProperty("user.name"));

	private static final String LISTEN = "listen 8080;";

	private final Process process;

	private final int port;

	private Gateway(Process process, int port) {
		this.process = process;
		this.port = port;
	}

	static boolean isInstalled() {
		try {
			return new ProcessBuilder("nginx", "-v").redirectErrorStream(true).start().waitFor() == 0;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Starts it.
	 * @param replicas the ports of the replicas
	 * @param folder where its files lie
	 */
	static Gateway start(List<Integer> replicas, Path folder) throws IOException, InterruptedException {
		int port = ChildJvm.freePort();
		String upstream = replicas.stream()
			.map("server 127.0.0.1:%d;"::formatted)
			.collect(Collectors.joining(" ", "upstream replicas { ", " }"));
		String conf = Files.readString(Path.of("deploy/nginx/nginx.conf"));
		for (String known : List.of(DNS, SERVICE, LISTEN)) {
			if (!conf.contains(known)) {
				throw new IOException("deploy/nginx/nginx.conf no longer says " + known);
			}
		}
		conf = conf.replace(DNS, upstream)
			.replace(SERVICE, "http://replicas;")
			.replace(LISTEN, "listen 127.0.0.1:%d;".formatted(port))
			.replace("/tmp/", folder + "/")
			.replace("/dev/stdout", folder + "/access.log");
		Path file = Files.writeString(Files.createDirectories(folder).resolve("nginx.conf"), conf);
		Process process = new ProcessBuilder("nginx", "-c", file.toString(), "-p", folder.toString(), "-g",
				"daemon off;" + (AS_ROOT ? " user root;" : ""))
			.redirectErrorStream(true)
			.redirectOutput(folder.resolve("nginx.log").toFile())
			.start();
		Gateway gateway = new Gateway(process, port);
		long end = System.nanoTime() + START.toNanos();
		while (!gateway.listens()) {
			if (!process.isAlive() || System.nanoTime() > end) {
				gateway.close();
				throw new IOException("nginx did not start: " + Files.readString(folder.resolve("nginx.log")));
			}
			Thread.sleep(50);
		}
		return gateway;
	}

	private boolean listens() {
		try (Socket socket = new Socket("127.0.0.1", this.port)) {
			return socket.isConnected();
		}
		catch (IOException ex) {
			return false;
		}
	}

	int port() {
		return this.port;
	}

	@Override
	public void close() {
		Service.end(this.process, LONGEST_STOP);
	}

}
