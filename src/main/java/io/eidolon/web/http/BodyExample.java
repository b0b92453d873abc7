package io.eidolon.web.http;

import java.util.LinkedHashMap;
import java.util.Map;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;

/**
 * Gives each JSON body that has no example the examples of its fields. Pages would make
 * one up otherwise, of all fields that there are, with a version such as "string".
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
			.map((operation) -> operation.getRequestBody().getContent().get(FormSchema.JSON))
			.filter((body) -> body != null && body.getExample() == null && body.getExamples() == null)
			.forEach((body) -> body.setExample(of(FormSchema.named(body, schemas))));
	}

	private static Map<String, Object> of(Schema form) {
		Map<String, Object> example = new LinkedHashMap<>();
		((Map<String, Schema>) form.getProperties()).forEach((field, schema) -> {
			if (schema.getExample() != null) {
				example.put(field, schema.getExample());
			}
		});
		return example;
	}

}
