package io.eidolon.training.metrics;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class EventFileTests {

	private static final String VERSION = "1800000000000000a37f4b220900000040fc54d9411a0d627261696e2e4576656e743a32eced8f9d";

	private static final String SCALAR = "1d00000000000000602fdf230900000040fc54d94110ac022a0f0a0d0a066c6f73732f44150000003f3dc802ea";

	/** When all of it happens. */
	private static final Instant START = Instant.ofEpochSecond(1_700_000_000);

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	/** The bytes that tensorboard 2.21 writes for the same event. */
	@Test
	void aRecordIsThatOfTensorBoard() throws IOException {
		EventFile events = new EventFile(this.folder, () -> START);
		events.startAt(0);
		events.scalars(300, Map.of("loss/D", 0.5));
		byte[] version = HexFormat.of().parseHex(VERSION);
		byte[] scalar = HexFormat.of().parseHex(SCALAR);
		List<byte[]> records = records();
		assertThat(records).hasSize(3);
		assertThat(records.getFirst()).isEqualTo(version);
		assertThat(records.getLast()).isEqualTo(scalar);
	}

	@Test
	void aResumedRunStartsAFileThatForgetsLaterSteps() throws IOException {
		EventFile events = new EventFile(this.folder, () -> START);
		events.startAt(0);
		new EventFile(this.folder, () -> START.plusSeconds(60)).startAt(200);
		try (var files = Files.list(this.folder)) {
			assertThat(files).extracting(Path::getFileName)
				.extracting(Path::toString)
				.containsExactlyInAnyOrder("events.out.tfevents.1700000000.eidolon",
						"events.out.tfevents.1700000060.eidolon");
		}
		// A step of 201 and a session that starts: TensorBoard forgets what is from there
		// on
		assertThat(records("events.out.tfevents.1700000060.eidolon").getLast()).containsSequence((byte) 0x10,
				(byte) 0xc9, (byte) 0x01, (byte) 0x3a, (byte) 0x02, (byte) 0x08, (byte) 0x01);
	}

	@Test
	void aPictureIsStoredAsItIs() throws IOException {
		EventFile events = new EventFile(this.folder, () -> START);
		events.startAt(0);
		byte[] png = "no picture, but bytes".getBytes(StandardCharsets.UTF_8);
		events.image(7, "samples", 640, 512, 3, png);
		assertThat(new String(records().getLast(), StandardCharsets.ISO_8859_1)).contains("samples")
			.contains("no picture, but bytes");
	}

	/** The records of the file, as they are. */
	private List<byte[]> records() throws IOException {
		return records("events.out.tfevents.1700000000.eidolon");
	}

	private List<byte[]> records(String file) throws IOException {
		ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(this.folder.resolve(file)))
			.order(ByteOrder.LITTLE_ENDIAN);
		List<byte[]> records = new ArrayList<>();
		while (bytes.hasRemaining()) {
			byte[] record = new byte[(int) bytes.getLong(bytes.position()) + 16];
			bytes.get(record);
			records.add(record);
		}
		return records;
	}

}
