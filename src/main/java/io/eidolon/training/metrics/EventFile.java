package io.eidolon.training.metrics;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32C;

import io.eidolon.modelcard.WholeFile;
import org.jspecify.annotations.Nullable;

/**
 * What TensorBoard reads, {@code events.out.tfevents.*} in the folder of a run: records
 * of TensorFlow, each with its length and their checksums, of events as protobuf.
 *
 * @see <a href=
 * "https://github.com/tensorflow/tensorflow/blob/master/tensorflow/core/util/event.proto">event.proto</a>
 */
final class EventFile {

	private static final int STARTED = 1;

	private final Path folder;

	private final InstantSource clock;

	private @Nullable Path file;

	EventFile(Path folder, InstantSource clock) {
		this.folder = folder;
		this.clock = clock;
	}

	/** Starts a file; what an earlier one says of steps after this one is forgotten. */
	void startAt(long step) {
		this.file = this.folder
			.resolve(String.format(Locale.ROOT, "events.out.tfevents.%010d.eidolon", this.clock.millis() / 1000));
		append(new Message().text(3, "brain.Event:2"));
		append(new Message().number(2, step + 1).message(7, new Message().number(1, STARTED)));
	}

	/** Adds numbers of a step. */
	void scalars(long step, Map<String, Double> values) {
		Message summary = new Message();
		values.forEach((tag, value) -> summary.message(1, new Message().text(1, tag).real(2, value.floatValue())));
		append(new Message().number(2, step).message(5, summary));
	}

	/**
	 * Adds a picture of a step.
	 * @param channels 1 for grey, 3 for colour
	 */
	void image(long step, String tag, int width, int height, int channels, byte[] png) {
		Message image = new Message().number(1, height).number(2, width).number(3, channels).bytes(4, png);
		append(new Message().number(2, step)
			.message(5, new Message().message(1, new Message().text(1, tag).message(4, image))));
	}

	private void append(Message event) {
		if (this.file == null) {
			throw new IllegalStateException("not started");
		}
		byte[] data = new Message().wide(1, this.clock.millis() / 1000.0).join(event).bytes();
		byte[] length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(data.length).array();
		ByteBuffer row = ByteBuffer.allocate(data.length + 16).order(ByteOrder.LITTLE_ENDIAN);
		row.put(length).putInt(checksum(length)).put(data).putInt(checksum(data));
		try {
			Files.createDirectories(this.folder);
			WholeFile.append(this.file, row.array());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** CRC-32C, turned and moved, so that that of a checksum is another. */
	private static int checksum(byte[] bytes) {
		CRC32C crc = new CRC32C();
		crc.update(bytes);
		return Integer.rotateRight((int) crc.getValue(), 15) + 0xa282ead8;
	}

	/** The fields of a message of protobuf, in the order in which they are added. */
	private static final class Message {

		private static final int VARINT = 0;

		private static final int EIGHT_BYTES = 1;

		private static final int LENGTH = 2;

		private static final int FOUR_BYTES = 5;

		private final ByteArrayOutputStream out = new ByteArrayOutputStream();

		Message number(int field, long value) {
			varint(field << 3 | VARINT);
			varint(value);
			return this;
		}

		Message wide(int field, double value) {
			varint(field << 3 | EIGHT_BYTES);
			this.out
				.writeBytes(ByteBuffer.allocate(Double.BYTES).order(ByteOrder.LITTLE_ENDIAN).putDouble(value).array());
			return this;
		}

		Message real(int field, float value) {
			varint(field << 3 | FOUR_BYTES);
			this.out
				.writeBytes(ByteBuffer.allocate(Float.BYTES).order(ByteOrder.LITTLE_ENDIAN).putFloat(value).array());
			return this;
		}

		Message bytes(int field, byte[] value) {
			varint(field << 3 | LENGTH);
			varint(value.length);
			this.out.writeBytes(value);
			return this;
		}

		Message text(int field, String value) {
			return bytes(field, value.getBytes(StandardCharsets.UTF_8));
		}

		Message message(int field, Message value) {
			return bytes(field, value.bytes());
		}

		Message join(Message other) {
			this.out.writeBytes(other.bytes());
			return this;
		}

		byte[] bytes() {
			return this.out.toByteArray();
		}

		private void varint(long value) {
			long left = value;
			while ((left & ~0x7FL) != 0) {
				this.out.write((int) (left & 0x7F | 0x80));
				left >>>= 7;
			}
			this.out.write((int) left);
		}

	}

}
