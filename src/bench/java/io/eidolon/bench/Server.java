package io.eidolon.bench;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server in processes of its own, which end with it. */
final class Server implements AutoCloseable {

	private static final Duration START = Duration.ofMinutes(2);

	private static final Duration END = Duration.ofMinutes(2);

	private static final Duration LOOK = Duration.ofMillis(10);

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	private final Process process;

	private final int port;

	private final Path log;

	private Server(Process process, int port, Path log) {
		this.process = process;
		this.port = port;
		this.log = log;
	}

	/**
	 * Starts a server, without waiting for it.
	 * @param log the file for what it prints
	 */
	static Server start(List<String> command, Map<String, String> environment, int port, Path log) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
		builder.environment().putAll(environment);
		return new Server(builder.start(), port, log);
	}

	static String java() {
		return System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
	}

	/** Waits until it generates. */
	Server await() throws IOException, InterruptedException {
		return await("{\"seed\": 1}");
	}

	/** Waits until it generates what is asked for. */
	Server await(String body) throws IOException, InterruptedException {
		long end = System.nanoTime() + START.toNanos();
		while (!generates(body)) {
			if (!this.process.isAlive() || System.nanoTime() > end) {
				close();
				throw new IOException("A server did not start: " + Files.readString(this.log));
			}
			Thread.sleep(LOOK);
		}
		return this;
	}

	/** Gets a JSON document. */
	JsonNode json(String path) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(this.port, path)))
			.build();
		return new JsonMapper().readTree(CLIENT.send(request, BodyHandlers.ofString()).body());
	}

	/**
	 * Asks for a picture, or a grid of several.
	 * @throws IOException when the answer is none
	 */
	byte[] post(String body) throws IOException, InterruptedException {
		return post("/generate", "image/png", body);
	}

	/**
	 * Asks for something.
	 * @throws IOException when it is not answered
	 */
	byte[] post(String path, String accept, String body) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(this.port, path)))
			.headers("Content-Type", "application/json", "Accept", accept)
			.POST(BodyPublishers.ofString(body))
			.build();
		HttpResponse<byte[]> response = CLIENT.send(request, BodyHandlers.ofByteArray());
		if (response.statusCode() / 100 != 2) {
			throw new IOException(new String(response.body(), StandardCharsets.UTF_8));
		}
		return response.body();
	}

	private boolean generates(String body) throws InterruptedException {
		try {
			post(body);
			return true;
		}
		catch (IOException ex) {
			return false; // not yet
		}
	}

	int port() {
		return this.port;
	}

	/** The time that the processors spent on it so far. */
	Duration processorTime() {
		return processes().map((part) -> part.info().totalCpuDuration().orElse(Duration.ZERO))
			.reduce(Duration.ZERO, Duration::plus);
	}

	private Stream<ProcessHandle> processes() {
		return Stream.concat(this.process.descendants(), Stream.of(this.process.toHandle()));
	}

	/** Ends it in good order, which takes a while when it writes what it has learned. */
	void end() throws IOException, InterruptedException {
		this.process.destroy();
		if (!this.process.waitFor(END.toSeconds(), TimeUnit.SECONDS)) {
			throw new IOException("A server did not end: " + Files.readString(this.log));
		}
	}

	@Override
	public void close() {
		processes().toList().forEach(ProcessHandle::destroy);
		try {
			if (!this.process.waitFor(30, TimeUnit.SECONDS)) {
				processes().toList().forEach(ProcessHandle::destroyForcibly);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
