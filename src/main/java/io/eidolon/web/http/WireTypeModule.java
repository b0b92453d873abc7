package io.eidolon.web.http;

import java.util.List;

import io.eidolon.latent.Seed;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.jsontype.TypeDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.databind.type.CollectionType;

import org.springframework.stereotype.Component;

/**
 * Reads {@link WireType wire types} from JSON, strictly, and writes finite numbers alone.
 */
@Component
public class WireTypeModule extends SimpleModule {

	WireTypeModule() {
		super(WireTypeModule.class.getName());
		WireType.VALUES.forEach(this::read);
		addDeserializer(Float.class, new FloatDeserializer());
		addSerializer(Seed.class, new SeedSerializer());
		addSerializer(Double.class, new FiniteSerializer<>(Double.class));
		addSerializer(double.class, new FiniteSerializer<>(Double.class));
		addSerializer(Float.class, new FiniteSerializer<>(Float.class));
		addSerializer(float.class, new FiniteSerializer<>(Float.class));
	}

	@Override
	public void setupModule(SetupContext context) {
		super.setupModule(context);
		context.addDeserializers(new ChoiceDeserializers());
		context.addDeserializers(new NumberListDeserializers());
	}

	private <T> void read(WireType<T> type) {
		addDeserializer(type.type(), new WireTypeDeserializer<>(type));
	}

	/** Reads the values of closed choices. */
	private static final class ChoiceDeserializers extends Deserializers.Base {

		@Override
		@SuppressWarnings({ "rawtypes", "unchecked" })
		public ValueDeserializer<?> findEnumDeserializer(JavaType type, DeserializationConfig config,
				BeanDescription.Supplier description) {
			return new WireTypeDeserializer<>(WireType.choice((Class<? extends Enum>) type.getRawClass()));
		}

		@Override
		public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
			return type.isEnum();
		}

	}

	/** Reads lists of numbers. */
	private static final class NumberListDeserializers extends Deserializers.Base {

		@Override
		public @Nullable ValueDeserializer<?> findCollectionDeserializer(CollectionType type,
				DeserializationConfig config, BeanDescription.Supplier description,
				@Nullable TypeDeserializer elementType, @Nullable ValueDeserializer<?> element) {
			return (type.hasRawClass(List.class) && type.getContentType().hasRawClass(Float.class))
					? new FloatList.Deserializer(type) : null;
		}

		@Override
		public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
			return false;
		}

	}

	/**
	 * Reads finite numbers without a text of each: a body may hold a hundred thousand.
	 */
	static final class FloatDeserializer extends StdDeserializer<Float> {

		private final WireTypeDeserializer<Float> others = new WireTypeDeserializer<>(WireType.FLOAT);

		FloatDeserializer() {
			super(Float.class);
		}

		@Override
		public Float deserialize(JsonParser parser, DeserializationContext context) {
			if (!WireType.FLOAT.tokens().contains(parser.currentToken())) {
				return this.others.deserialize(parser, context);
			}
			float value = parser.getFloatValue();
			if (!Float.isFinite(value)) {
				throw InvalidFormatException.from(parser, WireType.FLOAT.allowed(), parser.getString(), Float.class);
			}
			return value;
		}

	}

	private static final class WireTypeDeserializer<T> extends StdDeserializer<T> {

		private final WireType<T> wire;

		WireTypeDeserializer(WireType<T> wire) {
			super(wire.type());
			this.wire = wire;
		}

		@Override
		public T deserialize(JsonParser parser, DeserializationContext context) {
			if (this.wire.tokens().contains(parser.currentToken())) {
				try {
					return this.wire.parser().apply(parser.getString());
				}
				catch (IllegalArgumentException ex) {
					// Refused below, as anything else that is not allowed.
				}
			}
			throw InvalidFormatException.from(parser, this.wire.allowed(), value(parser), this.wire.type());
		}

		private static @Nullable Object value(JsonParser parser) {
			return switch (parser.currentToken()) {
				case VALUE_NUMBER_INT -> parser.getBigIntegerValue();
				case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
				case VALUE_STRING -> parser.getString();
				case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
				case null, default -> null;
			};
		}

	}

	/** Writes null for what is no finite number: JSON has no other word for it. */
	private static final class FiniteSerializer<T extends Number> extends StdSerializer<T> {

		FiniteSerializer(Class<T> type) {
			super(type);
		}

		@Override
		public void serialize(T number, JsonGenerator generator, SerializationContext context) {
			if (!Double.isFinite(number.doubleValue())) {
				generator.writeNull();
			}
			else if (number instanceof Float real) {
				generator.writeNumber(real);
			}
			else {
				generator.writeNumber(number.doubleValue());
			}
		}

	}

	private static final class SeedSerializer extends StdSerializer<Seed> {

		SeedSerializer() {
			super(Seed.class);
		}

		@Override
		public void serialize(Seed seed, JsonGenerator generator, SerializationContext context) {
			generator.writeNumber(seed.value());
		}

	}

}
