package io.eidolon;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;

import io.eidolon.graph.TinyGenerators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of a service under test, and the models that the documented examples name. */
record RunningService(int port) {

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	private static final JsonMapper JSON = new JsonMapper();

	static Path writeModels(Path models) {
		TinyGenerators.write(models, "peeps", 16, 3);
		TinyGenerators.writePrompted(models, "peeps-text", 16, 3, "man", "woman", "smiling", "glasses", "hair",
				"brown");
		TinyGenerators.write(models, "fashion", 8, 1, "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal",
				"Shirt", "Sneaker", "Bag", "Ankle boot");
		return models;
	}

	HttpResponse<byte[]> get(String path, String... headers) {
		return send(request(path, headers).GET());
	}

	HttpResponse<byte[]> generate(String body, String accept) {
		return send(request("/generate", "Content-Type", "application/json", "Accept", accept)
			.POST(BodyPublishers.ofString(body)));
	}

	HttpRequest.Builder request(String path, String... headers) {
		HttpRequest.Builder request = HttpRequest
			.newBuilder(URI.create("http://localhost:%s%s".formatted(this.port, path)));
		return (headers.length > 0) ? request.headers(headers) : request;
	}

	HttpResponse<byte[]> send(HttpRequest.Builder request) {
		try {
			return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static JsonNode json(HttpResponse<byte[]> response) {
		return JSON.readTree(response.body());
	}

}
