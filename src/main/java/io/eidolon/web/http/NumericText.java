package io.eidolon.web.http;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Reads the defaults and choices of numbers, which annotations can only write as text. A
 * parameter of a query has no null either: it is left out.
 */
@SuppressWarnings({ "rawtypes", "unchecked" })
final class NumericText {

	private static final Set<String> NUMBERS = Set.of("number", "integer");

	private static final String NULL = "null";

	private NumericText() {
	}

	static void read(OpenAPI api) {
		api.getComponents().getSchemas().values().forEach(NumericText::read);
		api.getPaths()
			.values()
			.stream()
			.flatMap((path) -> path.readOperations().stream())
			.flatMap((operation) -> Stream.ofNullable(operation.getParameters()).flatMap(List::stream))
			.map(Parameter::getSchema)
			.filter(Objects::nonNull)
			.forEach((schema) -> {
				if (schema.getTypes() != null) {
					schema.getTypes().remove(NULL);
				}
				read(schema);
			});
	}

	private static void read(Schema schema) {
		Stream<Object> types = Stream.concat(Stream.ofNullable(schema.getType()),
				Stream.ofNullable(schema.getTypes()).flatMap(Set::stream));
		if (types.anyMatch(NUMBERS::contains)) {
			if (schema.getDefault() instanceof String text) {
				schema.setDefault(new BigDecimal(text));
			}
			if (schema.getEnum() != null) {
				schema.setEnum(schema.getEnum().stream().map(NumericText::number).toList());
			}
		}
		if (schema.getProperties() != null) {
			((Map<String, Schema>) schema.getProperties()).values().forEach(NumericText::read);
		}
		if (schema.getItems() != null) {
			read(schema.getItems());
		}
	}

	private static @Nullable Object number(@Nullable Object value) {
		return (value instanceof String text) ? new BigDecimal(text) : value;
	}

}
