package io.eidolon.container;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;

import org.testcontainers.containers.GenericContainer;

/** A port of a container that is asked over HTTP. */
record HttpPort(URI base) {

	private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	static HttpPort of(GenericContainer<?> container, int port) {
		return new HttpPort(URI.create("http://%s:%d".formatted(container.getHost(), container.getMappedPort(port))));
	}

	HttpResponse<String> get(String path) {
		return getLater(path).join();
	}

	CompletableFuture<HttpResponse<String>> getLater(String path) {
		return CLIENT.sendAsync(HttpRequest.newBuilder(this.base.resolve(path)).build(), BodyHandlers.ofString());
	}

	HttpResponse<String> generate(String body) {
		return generateLater(body).join();
	}

	CompletableFuture<HttpResponse<String>> generateLater(String body) {
		return CLIENT.sendAsync(HttpRequest.newBuilder(this.base.resolve("/generate"))
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(body))
			.build(), BodyHandlers.ofString());
	}

}
