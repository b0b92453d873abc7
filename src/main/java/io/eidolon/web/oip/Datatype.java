package io.eidolon.web.oip;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import io.eidolon.serving.InvalidParameterException;

/** The types of elements that are read or written, as the protocol stores them. */
enum Datatype {

	/** A level of a pixel. */
	UINT8(1) {

		@Override
		void write(String tensor, Object element, ByteBuffer to) {
			long value = whole(tensor, element);
			if (value < 0 || value > 255) {
				throw new InvalidParameterException(tensor, value, "between 0 and 255");
			}
			to.put((byte) value);
		}

		@Override
		Object read(ByteBuffer from) {
			return from.get() & 0xFF;
		}

	},

	/** An index. */
	INT32(Integer.BYTES) {

		@Override
		void write(String tensor, Object element, ByteBuffer to) {
			to.putInt(Math.toIntExact(Math.clamp(whole(tensor, element), Integer.MIN_VALUE, Integer.MAX_VALUE)));
		}

		@Override
		Object read(ByteBuffer from) {
			return from.getInt();
		}

	},

	/** An index. */
	INT64(Long.BYTES) {

		@Override
		void write(String tensor, Object element, ByteBuffer to) {
			to.putLong(whole(tensor, element));
		}

		@Override
		Object read(ByteBuffer from) {
			return from.getLong();
		}

	},

	/** A number. */
	FP32(Float.BYTES) {

		@Override
		void write(String tensor, Object element, ByteBuffer to) {
			if (!(element instanceof Number number)) {
				throw new InvalidParameterException(tensor, element, "numbers");
			}
			to.putFloat(number.floatValue());
		}

		@Override
		Object read(ByteBuffer from) {
			return from.getFloat();
		}

	},

	/** A text, with its length before it. */
	BYTES(0) {

		@Override
		int size(Object element) {
			return Integer.BYTES + element.toString().getBytes(StandardCharsets.UTF_8).length;
		}

		@Override
		void write(String tensor, Object element, ByteBuffer to) {
			byte[] text = element.toString().getBytes(StandardCharsets.UTF_8);
			to.putInt(text.length).put(text);
		}

		@Override
		Object read(ByteBuffer from) {
			int length = from.getInt();
			if (length < 0 || length > from.remaining()) {
				throw new InvalidParameterException("body", length + " bytes", "as long as its tensors say");
			}
			byte[] text = new byte[length];
			from.get(text);
			return new String(text, StandardCharsets.UTF_8);
		}

	};

	private final int width;

	Datatype(int width) {
		this.width = width;
	}

	/** The bytes of an element, 0 where they differ. */
	int width() {
		return this.width;
	}

	/** How many bytes an element takes. */
	int size(Object element) {
		return this.width;
	}

	/** Writes an element of JSON. */
	abstract void write(String tensor, Object element, ByteBuffer to);

	/** Reads an element, as JSON has it. */
	abstract Object read(ByteBuffer from);

	private static long whole(String tensor, Object element) {
		if (element instanceof Integer || element instanceof Long) {
			return ((Number) element).longValue();
		}
		throw new InvalidParameterException(tensor, element, "whole numbers");
	}

}
