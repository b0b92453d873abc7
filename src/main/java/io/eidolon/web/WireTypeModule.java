package io.eidolon.web;

import io.eidolon.latent.Seed;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

import org.springframework.stereotype.Component;

/** Reads {@link WireType wire types} from JSON, strictly. */
@Component
class WireTypeModule extends SimpleModule {

	WireTypeModule() {
		super(WireTypeModule.class.getName());
		WireType.ALL.forEach(this::read);
		addSerializer(Seed.class, new SeedSerializer());
	}

	private <T> void read(WireType<T> type) {
		addDeserializer(type.type(), new WireTypeDeserializer<>(type));
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
