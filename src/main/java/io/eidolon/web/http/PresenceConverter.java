package io.eidolon.web.http;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Reads from records what their properties' types cannot tell: which of them are always
 * there, and which may be null. What is sent to the service may leave out whatever is
 * nullable.
 */
@SuppressWarnings({ "rawtypes", "unchecked" })
final class PresenceConverter implements ModelConverter {

	@Override
	public @Nullable Schema resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
		Class<?> described = Json.mapper().constructType(type.getType()).getRawClass();
		Schema resolved = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
		if (!described.isRecord() || resolved == null) {
			return resolved;
		}
		Schema schema = (resolved.get$ref() != null)
				? context.getDefinedModels().get(resolved.get$ref().substring(resolved.get$ref().lastIndexOf('/') + 1))
				: resolved;
		if (schema != null && schema.getProperties() != null && schema.getRequired() == null) {
			describe(schema, described);
		}
		return resolved;
	}

	private static void describe(Schema schema, Class<?> described) {
		Map<String, Schema> properties = schema.getProperties();
		List<RecordComponent> components = components(described).filter((one) -> properties.containsKey(name(one)))
			.toList();
		List<String> required = new ArrayList<>();
		for (RecordComponent component : components) {
			boolean sent = !described.getSimpleName().matches(".*(Form|Fields)");
			boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
			if (sent && !isLeftOut(component)) {
				required.add(name(component));
				if (nullable) {
					properties.computeIfPresent(name(component), (_, property) -> orNull(property));
				}
			}
			else if (!sent && !nullable && !component.getType().isPrimitive()) {
				required.add(name(component));
			}
		}
		if (!required.isEmpty()) {
			schema.setRequired(required);
		}
	}

	private static Stream<RecordComponent> components(Class<?> described) {
		return Stream.of(described.getRecordComponents())
			.flatMap((component) -> (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class))
					? components(component.getType()) : Stream.of(component));
	}

	private static String name(RecordComponent component) {
		JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
		return (named != null) ? named.value() : component.getName();
	}

	private static boolean isLeftOut(RecordComponent component) {
		JsonInclude include = component.getAccessor().getAnnotation(JsonInclude.class);
		return include != null && include.value() != JsonInclude.Include.ALWAYS;
	}

	private static Schema orNull(Schema schema) {
		if (schema.get$ref() != null) {
			return new Schema<>().anyOf(List.of(schema, new Schema<>().types(Set.of("null"))));
		}
		if (schema.getTypes() == null && schema.getType() != null) {
			schema.addType(schema.getType());
		}
		schema.addType("null");
		return schema;
	}

}
