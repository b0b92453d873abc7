package io.eidolon.web.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;

import org.springframework.http.HttpHeaders;

/** Describes the headers of answers. */
final class HeaderSchema {

	private static final Map<String, Header> PICTURE = new LinkedHashMap<>();

	static {
		PICTURE.put(BinaryResponse.MODEL,
				header("string", "The name of the model that generated it, in answers that are files"));
		PICTURE.put(BinaryResponse.VERSION, header("string", "The version of its weights, in answers that are files"));
		PICTURE.put(BinaryResponse.SEED,
				header("string", "The seeds, as 7 or 7, 8; left out where latents were given"));
		PICTURE.put(WarningHeader.NAME,
				header("string", "What the client should know of its words; left out when nothing is"));
	}

	private static final Header RETRY = header("integer", "After how many seconds to ask again");

	private static final Header TAG = header("string", "Names the answer for If-None-Match; in answers that are files");

	private static final Header CACHE = header("string", "How long caches may keep the answer");

	private HeaderSchema() {
	}

	static void describe(OpenAPI api) {
		api.getPaths().forEach((path, item) -> {
			item.readOperations().forEach(HeaderSchema::describe);
			if (item.getGet() != null && (path.contains("/samples/") || path.equals("/interpolate"))) {
				ApiResponse answer = Objects.requireNonNull(item.getGet().getResponses().get("200"));
				answer.addHeaderObject(HttpHeaders.ETAG, TAG);
				answer.addHeaderObject(HttpHeaders.CACHE_CONTROL, CACHE);
			}
		});
	}

	private static void describe(Operation operation) {
		operation.getResponses().forEach((status, response) -> {
			if (status.equals("503")) {
				response.addHeaderObject(HttpHeaders.RETRY_AFTER, RETRY);
			}
			else if (status.equals("200") && response.getContent() != null
					&& response.getContent().keySet().stream().anyMatch((type) -> type.startsWith("image/"))) {
				PICTURE.forEach(response::addHeaderObject);
			}
		});
	}

	private static Header header(String type, String description) {
		Schema<Object> schema = new Schema<>();
		schema.addType(type);
		return new Header().description(description).schema(schema);
	}

}
