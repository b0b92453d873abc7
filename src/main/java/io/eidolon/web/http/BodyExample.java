package io.eidolon.web.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;

/**
 * Gives each body that has no example the examples of its fields. Pages would make one up
 * otherwise, of all fields that there are, with a version such as "string".
 */
@SuppressWarnings({ "rawtypes", "unchecked" })
final class BodyExample {

	private BodyExample() {
	}

	static void describe(OpenAPI api) {
		Map<String, Schema> schemas = api.getComponents().getSchemas();
		api.getPaths()
			.values()
			.stream()
			.flatMap((path) -> path.readOperations().stream())
			.filter((operation) -> operation.getRequestBody() != null)
			.flatMap((operation) -> operation.getRequestBody().getContent().values().stream())
			.filter((body) -> body.getExample() == null && body.getExamples() == null)
			.forEach((body) -> body.setExample(of(body.getSchema(), schemas)));
	}

	private static Map<String, Object> of(Schema body, Map<String, Schema> schemas) {
		String name = body.get$ref();
		Schema form = (name != null) ? Objects.requireNonNull(schemas.get(name.substring(name.lastIndexOf('/') + 1)))
				: body;
		Map<String, Object> example = new LinkedHashMap<>();
		((Map<String, Schema>) form.getProperties()).forEach((field, schema) -> {
			if (schema.getExample() != null) {
				example.put(field, schema.getExample());
			}
		});
		return example;
	}

}
