package io.eidolon.training.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import io.eidolon.training.data.files.DataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CifarTests {

	private static final int PIXELS = 32 * 32;

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	@Test
	void theBatchesOfAFolderAreOneSetWithNamedClasses() throws IOException {
		Files.write(this.folder.resolve("data_batch_2.bin"), records(2));
		Files.write(this.folder.resolve("data_batch_1.bin"), records(0, 1));
		Files.write(this.folder.resolve("test_batch.bin"), records(1, 1, 1));
		Files.writeString(this.folder.resolve("batches.meta.txt"), "airplane\nautomobile\nbird\n\n");
		try (PictureSet set = open(this.folder)) {
			assertFirstThree(set);
			assertThat(set.classes()).containsExactly("airplane", "automobile", "bird");
		}
	}

	@Test
	void theArchiveIsReadAsItIsDistributed() throws IOException {
		Path archive = this.folder.resolve("cifar-10-binary.tar.gz");
		try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(archive))) {
			entry(out, "cifar-10-batches-bin/", '5', new byte[0]);
			entry(out, "cifar-10-batches-bin/data_batch_1.bin", '0', records(0, 1));
			entry(out, "cifar-10-batches-bin/batches.meta.txt", '0',
					"airplane\nautomobile\nbird\n".getBytes(StandardCharsets.UTF_8));
			entry(out, "cifar-10-batches-bin/data_batch_2.bin", '0', records(2));
			entry(out, "cifar-10-batches-bin/readme.html", '0', new byte[700]);
			entry(out, "cifar-10-batches-bin/test_batch.bin", '0', records(1, 1, 1));
			out.write(new byte[1024]);
		}
		try (PictureSet set = open(archive)) {
			assertFirstThree(set);
			assertThat(set.classes()).containsExactly("airplane", "automobile", "bird");
		}
	}

	@Test
	void withoutNamesClassesAreNumbers() throws IOException {
		Files.write(this.folder.resolve("data_batch_1.bin"), records(3, 1));
		try (PictureSet set = open(this.folder)) {
			assertThat(set.classes()).containsExactly("0", "1", "2", "3");
		}
	}

	@Test
	void aBatchThatIsCutShortIsRefusedByItsName() throws IOException {
		Files.write(this.folder.resolve("data_batch_1.bin"), Arrays.copyOf(records(1, 2), 4000));
		assertRefused(this.folder, "data_batch_1.bin");
	}

	@Test
	void anArchiveThatIsCutShortIsRefusedByItsPath() throws IOException {
		ByteArrayOutputStream whole = new ByteArrayOutputStream();
		entry(whole, "data_batch_1.bin", '0', records(0, 1));
		Path archive = this.folder.resolve("cut.tar.gz");
		try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(archive))) {
			out.write(whole.toByteArray(), 0, 3000);
		}
		assertRefused(archive, "Truncated TAR archive");
	}

	@Test
	void anArchiveOfOtherThingsIsRefusedByItsPath() throws IOException {
		Path archive = this.folder.resolve("other.tgz");
		try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(archive))) {
			entry(out, "readme.txt", '0', new byte[10]);
			out.write(new byte[1024]);
		}
		assertRefused(archive, "holds no readable picture");
	}

	private static void assertFirstThree(PictureSet set) {
		assertThat(set.size()).isEqualTo(3);
		assertThat(set.channels()).isEqualTo(3);
		for (int i = 0; i < 3; i++) {
			PictureSet.Example example = set.example(i);
			assertThat(example.label()).isEqualTo(i);
			// Red is the label, green the row, blue the column
			byte[] samples = example.picture().samples();
			int pixel = 3 * (5 * 32 + 9);
			assertThat(List.of(samples[pixel], samples[pixel + 1], samples[pixel + 2])).containsExactly((byte) i,
					(byte) 5, (byte) 9);
		}
	}

	private static void assertRefused(Path path, String reason) {
		assertThatExceptionOfType(DataException.class).isThrownBy(() -> open(path))
			.withMessageContaining(path.toAbsolutePath().toString())
			.withMessageContaining(reason);
	}

	private static PictureSet open(Path path) {
		return PictureSet.open(PictureSettings.squares(path, 32, null, DataSize.ofMegabytes(10)));
	}

	private static byte[] records(int... labels) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		for (int label : labels) {
			bytes.write(label);
			for (int i = 0; i < 3 * PIXELS; i++) {
				bytes.write((i < PIXELS) ? label : (i < 2 * PIXELS) ? i % PIXELS / 32 : i % 32);
			}
		}
		return bytes.toByteArray();
	}

	private static void entry(OutputStream out, String name, char type, byte[] content) throws IOException {
		byte[] header = new byte[512];
		byte[] path = name.getBytes(StandardCharsets.US_ASCII);
		System.arraycopy(path, 0, header, 0, path.length);
		byte[] size = "%011o".formatted(content.length).getBytes(StandardCharsets.US_ASCII);
		System.arraycopy(size, 0, header, 124, size.length);
		header[156] = (byte) type;
		out.write(header);
		out.write(content);
		out.write(new byte[Math.floorMod(-content.length, 512)]);
	}

}
