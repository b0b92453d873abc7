package io.eidolon.web.http;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;

import io.eidolon.latent.Seed;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.ParameterCustomizer;
import org.springdoc.core.customizers.PropertyCustomizer;
import org.springdoc.core.utils.SpringDocUtils;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Describes the service at {@code /v3/api-docs}, for people at {@code /swagger-ui.html}.
 */
@Configuration(proxyBeanMethods = false)
@OpenAPIDefinition(
		tags = { @Tag(name = "Generate", description = "Pictures from seeds, words and latents"),
				@Tag(name = "Jobs", description = "Many pictures, in the background"),
				@Tag(name = "Edit", description = "Pictures that fit strokes and photos"),
				@Tag(name = "Recognise", description = "What pictures look like, as vectors"),
				@Tag(name = "Models", description = "What there is to generate with"),
				@Tag(name = "OpenAI", description = "The same for clients of OpenAI's Images API, in its words"),
				@Tag(name = "Open Inference Protocol", description = "Tensors, for clients of KServe and Triton") },
		info = @Info(title = "Eidolon", version = "1",
				license = @License(name = "Apache-2.0", identifier = "Apache-2.0"),
				description = "Pictures from generative adversarial networks. The same model version, seed, label and "
						+ "truncation always give the same picture. Errors are problem details (RFC 9457) that name the "
						+ "`field`, its `value` and what is `allowed`."))
class OpenApiConfiguration {

	@Bean
	ModelConverter wireTypes() {
		WireType.VALUES.forEach((type) -> SpringDocUtils.getConfig().addSimpleTypesForParameterObject(type.type()));
		return new WireTypeConverter();
	}

	/** Says the ranges that are in force, in bodies. */
	@Bean
	PropertyCustomizer rangesInBodies(FormBounds bounds) {
		return (schema, type) -> limited(schema, bounds.find(type.getCtxAnnotations()));
	}

	/** Says the ranges that are in force, in queries. */
	@Bean
	ParameterCustomizer rangesInQueries(FormBounds bounds) {
		return (parameter, method) -> {
			// A body comes by here as well, and is no parameter.
			if (parameter != null && parameter.getSchema() != null) {
				if (method.getParameterType() == Seed.class) {
					parameter.setSchema(seed());
				}
				limited(parameter.getSchema(), bounds.find(method.getParameterAnnotations()));
			}
			return parameter;
		};
	}

	/**
	 * Says of each property of an answer whether it is always there, and whether it may
	 * be null.
	 */
	@Bean
	ModelConverter presence() {
		return new PresenceConverter();
	}

	/** Describes what annotations cannot tell, and puts first what most come for. */
	@Bean
	OpenApiCustomizer answersFormsAndOrder() {
		return (api) -> {
			ProblemSchema.describe(api);
			FormSchema.describe(api);
			BodyExample.describe(api);
			HeaderSchema.describe(api);
			NumericText.read(api);
			PathOrder.apply(api);
		};
	}

	/** Says how long a client may wait, and that it need not say so. */
	@Bean
	OpenApiCustomizer requestTimeout(WebProperties properties) {
		BigDecimal seconds = RequestTimeout.seconds(properties.requestTimeout());
		return (api) -> api.getPaths()
			.values()
			.stream()
			.flatMap((path) -> path.readOperations().stream())
			.filter((operation) -> operation.getParameters() != null)
			.flatMap((operation) -> operation.getParameters().stream())
			.filter((parameter) -> RequestTimeout.HEADER.equals(parameter.getName()))
			.forEach((parameter) -> {
				parameter.setRequired(false);
				parameter.getSchema().exclusiveMinimumValue(BigDecimal.ZERO).maximum(seconds).setDefault(seconds);
			});
	}

	// What stands alone in a path or a query is not resolved as what is part of a form.
	private static Schema<?> seed() {
		Schema<Object> schema = new Schema<>();
		schema.addType("integer");
		schema.format("int64").minimum(BigDecimal.valueOf(Seed.MIN)).maximum(BigDecimal.valueOf(Seed.MAX));
		return schema;
	}

	@SuppressWarnings("rawtypes")
	private static @Nullable Schema limited(@Nullable Schema schema, @Nullable Bound bound) {
		if (schema != null && bound != null) {
			if (bound.exclusive()) {
				schema.exclusiveMinimumValue(bound.minimum());
			}
			else {
				schema.setMinimum(bound.minimum());
			}
			schema.setMaximum(bound.maximum());
		}
		return schema;
	}

	/** Has types described as they travel. */
	private static final class WireTypeConverter implements ModelConverter {

		@Override
		@SuppressWarnings({ "rawtypes", "unchecked" })
		public @Nullable Schema resolve(AnnotatedType type, ModelConverterContext context,
				Iterator<ModelConverter> chain) {
			Class<?> described = Json.mapper().constructType(type.getType()).getRawClass();
			WireType<?> wire = WireType.find(described);
			if (wire != null) {
				type.setType(wire.jsonType());
			}
			Schema schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
			if (wire == null || schema == null) {
				return schema;
			}
			if (!wire.names().isEmpty()) {
				schema.setEnum(List.copyOf(wire.names()));
			}
			return limited(schema, wire.bound());
		}

	}

}
