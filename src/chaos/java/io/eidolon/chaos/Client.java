package io.eidolon.chaos;

import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Stream;

/** Asks a service or a gateway of this machine, on connections that it keeps. */
final class Client implements AutoCloseable {

	private static final int PROBE_MILLIS = 10_000;

	private final HttpClient client;

	private final int port;

	Client(int port) {
		this(port, InetAddress.getLoopbackAddress());
	}

	/** One that asks from an address of its own, such as 127.0.0.2. */
	Client(int port, InetAddress from) {
		this.client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).localAddress(from).build();
		this.port = port;
	}

	int port() {
		return this.port;
	}

	HttpRequest.Builder get(String path) {
		return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path));
	}

	/** Sends a request and returns the status of its answer, 0 when none came. */
	int status(HttpRequest request) throws InterruptedException {
		try {
			HttpResponse<Void> response = this.client.send(request, BodyHandlers.discarding());
			return response.statusCode();
		}
		catch (IOException ex) {
			// Until it is ready, nobody listens.
			if (!(ex instanceof ConnectException)) {
				System.out.println("No answer: " + ex);
			}
			return 0;
		}
	}

	Stream<String> lines(String path) throws IOException, InterruptedException {
		return this.client.send(get(path).build(), BodyHandlers.ofLines()).body();
	}

	/**
	 * Asks whether the service lives, as {@link #probe(String)} does.
	 */
	int probe() {
		return probe("/livez");
	}

	/**
	 * Asks for a path on the calling thread and a connection of its own, which other requests
	 * of this process do not slow down.
	 * @return the status of the answer, 0 when none came
	 */
	int probe(String path) {
		try {
			HttpURLConnection connection = (HttpURLConnection) get(path).build().uri().toURL().openConnection();
			connection.setConnectTimeout(PROBE_MILLIS);
			connection.setReadTimeout(PROBE_MILLIS);
			int status = connection.getResponseCode();
			connection.getInputStream().readAllBytes();
			return status;
		}
		catch (IOException ex) {
			return 0;
		}
	}

	@Override
	public void close() {
		this.client.close();
	}

}
