package io.eidolon.web.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;

/**
 * Describes forms as they are read: the fields of a record stand beside the picture, and
 * not as one field within it, and mean what they do in JSON.
 */
@SuppressWarnings({ "rawtypes", "unchecked" })
final class FormSchema {

	static final String JSON = org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

	private static final String FORM = org.springframework.http.MediaType.MULTIPART_FORM_DATA_VALUE;

	private static final String RECORD = "fields";

	private FormSchema() {
	}

	static void describe(OpenAPI api) {
		api.getPaths()
			.values()
			.stream()
			.flatMap((path) -> path.readOperations().stream())
			.filter((operation) -> operation.getRequestBody() != null)
			.forEach((operation) -> {
				Content body = operation.getRequestBody().getContent();
				MediaType form = body.remove(FORM);
				if (form != null) {
					// JSON is shown first, as it can be tried without a file.
					body.addMediaType(FORM, form);
					flatten(form.getSchema(), body, api.getComponents().getSchemas());
				}
			});
	}

	/** The schema that a body refers to by its name. */
	static Schema named(MediaType body, Map<String, Schema> schemas) {
		return Objects.requireNonNull(schemas.get(name(body.getSchema())));
	}

	private static String name(Schema reference) {
		return reference.get$ref().substring(reference.get$ref().lastIndexOf('/') + 1);
	}

	private static void flatten(Schema form, Content body, Map<String, Schema> schemas) {
		Map<String, Schema> properties = form.getProperties();
		// One that is described by a name has them as they are.
		Schema record = (properties != null) ? properties.get(RECORD) : null;
		if (record == null) {
			return;
		}
		Map<String, Schema> flat = new LinkedHashMap<>(properties);
		flat.remove(RECORD);
		Map<String, Schema> described = named(Objects.requireNonNull(body.get(JSON)), schemas).getProperties();
		((Map<String, Schema>) Objects.requireNonNull(schemas.remove(name(record))).getProperties())
			.forEach((field, schema) -> flat.put(field, blank(described.getOrDefault(field, schema))));
		form.setProperties(flat);
		form.setAdditionalProperties(false);
		List<String> required = new ArrayList<>(form.getRequired());
		required.remove(RECORD);
		form.setRequired(required);
	}

	/** A text without an example, which pages would make up, is left empty. */
	private static Schema blank(Schema field) {
		boolean known = field.getExample() != null || field.getDefault() != null || field.getEnum() != null;
		if (known || field.getTypes() == null || !field.getTypes().contains("string")) {
			return field;
		}
		return new Schema<>().types(field.getTypes()).description(field.getDescription()).example("");
	}

}
