package io.eidolon.web.http;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * A list of numbers that holds no object for each: a body may hold a hundred thousand,
 * and a heap of as many objects takes the garbage collector a tenth of a second to copy,
 * in which nobody is answered.
 */
final class FloatList extends AbstractList<Float> implements RandomAccess {

	private static final int FIRST = 128;

	private float[] values = new float[FIRST];

	private int count;

	private FloatList() {
	}

	private void append(float value) {
		if (this.count == this.values.length) {
			this.values = Arrays.copyOf(this.values, 2 * this.count);
		}
		this.values[this.count++] = value;
	}

	@Override
	public Float get(int index) {
		if (index >= this.count) {
			throw new IndexOutOfBoundsException(index);
		}
		return this.values[index];
	}

	@Override
	public int size() {
		return this.count;
	}

	/** Reads finite numbers, as strictly as each alone is read. */
	static final class Deserializer extends StdDeserializer<Object> {

		private final WireTypeModule.FloatDeserializer number = new WireTypeModule.FloatDeserializer();

		/** Of a type, a list of numbers. */
		Deserializer(JavaType type) {
			super(type);
		}

		@Override
		public Object deserialize(JsonParser parser, DeserializationContext context) {
			if (!parser.isExpectedStartArrayToken()) {
				return context.handleUnexpectedToken(getValueType(), parser);
			}
			FloatList list = new FloatList();
			try {
				while (parser.nextToken() != JsonToken.END_ARRAY) {
					list.append(this.number.deserialize(parser, context));
				}
			}
			catch (JacksonException ex) {
				throw DatabindException.wrapWithPath(context, ex, new JacksonException.Reference(list, list.count));
			}
			return list;
		}

	}

}
