package io.eidolon.web.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;

/**
 * Describes forms as they are read: the fields of a record stand beside the picture, and
 * not as one field within it.
 */
@SuppressWarnings({ "rawtypes", "unchecked" })
final class FormSchema {

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
				MediaType form = operation.getRequestBody().getContent().remove(FORM);
				if (form != null) {
					flatten(form.getSchema(), api.getComponents().getSchemas());
					// JSON is shown first, as it can be tried without a file.
					operation.getRequestBody().getContent().addMediaType(FORM, form);
				}
			});
	}

	private static void flatten(Schema form, Map<String, Schema> schemas) {
		Map<String, Schema> properties = form.getProperties();
		// One that is described by a name has them as they are.
		Schema record = (properties != null) ? properties.get(RECORD) : null;
		if (record == null) {
			return;
		}
		String name = record.get$ref().substring(record.get$ref().lastIndexOf('/') + 1);
		Map<String, Schema> flat = new LinkedHashMap<>(properties);
		flat.remove(RECORD);
		flat.putAll(Objects.requireNonNull(schemas.remove(name)).getProperties());
		form.setProperties(flat);
		form.setAdditionalProperties(false);
		List<String> required = new ArrayList<>(form.getRequired());
		required.remove(RECORD);
		form.setRequired(required);
	}

}
