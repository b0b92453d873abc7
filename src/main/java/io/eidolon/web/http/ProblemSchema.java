package io.eidolon.web.http;

import java.util.List;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;

/** Problem details as they are sent: the properties of a kind beside those of all. */
final class ProblemSchema {

	private static final String NAME = "ProblemDetail";

	private static final String MEDIA_TYPE = "application/problem+json";

	private ProblemSchema() {
	}

	/** Describes the problems that operations answer with. */
	static void describe(OpenAPI api) {
		api.getComponents().addSchemas(NAME, schema());
		api.getPaths().values().stream().flatMap((path) -> path.readOperations().stream()).forEach((operation) -> {
			operation.getResponses().values().forEach((response) -> {
				MediaType problem = (response.getContent() != null) ? response.getContent().get(MEDIA_TYPE) : null;
				if (problem != null && problem.getSchema() == null) {
					problem.setSchema(new Schema<>().$ref(NAME));
				}
			});
		});
	}

	private static Schema<?> schema() {
		Schema<Object> problem = new Schema<>();
		problem.addType("object");
		problem.description("What went wrong (RFC 9457). Kinds of problems may have further properties");
		problem.addProperty("type", text("The kind of the problem, such as urn:eidolon:problem:invalid-parameter"));
		problem.addProperty("title", text("The kind in words"));
		problem.addProperty("status", type(new IntegerSchema(), "integer").description("The status of the answer"));
		problem.addProperty("detail", text("What went wrong this time"));
		problem.addProperty("instance", text("The path of the request"));
		problem.addProperty("field", text("The parameter that is wrong"));
		problem.addProperty("value", new Schema<>().description("Its value, a text or a number"));
		problem.addProperty("allowed", text("What it may be"));
		problem.setRequired(List.of("type", "title", "status"));
		return problem;
	}

	private static Schema<?> text(String description) {
		return type(new StringSchema(), "string").description(description);
	}

	// OpenAPI 3.1 writes types, and what was built for 3.0 has one type.
	private static Schema<?> type(Schema<?> schema, String type) {
		schema.addType(type);
		return schema;
	}

}
