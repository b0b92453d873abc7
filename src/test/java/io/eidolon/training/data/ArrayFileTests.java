package io.eidolon.training.data;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import io.eidolon.training.data.files.DataException;
import io.eidolon.training.data.labels.LabelSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.eidolon.training.data.TestPictures.LABELLED;
import static io.eidolon.training.data.TestPictures.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Pictures in files of arrays. */
class ArrayFileTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "(2, 8, 8, 3)", "(2, 3, 8, 8)" })
	void arraysOfNumpyAreReadInEitherOrder(String shape) throws IOException {
		byte[] pictures = new byte[2 * 3 * 64];
		boolean channelsFirst = shape.startsWith("(2, 3");
		for (int i = 0; i < 64; i++) {
			pictures[192 + (channelsFirst ? i : 3 * i)] = 50;
		}
		Path file = npz(Map.of("images.npy", npy("|u1", shape, pictures), "labels.npy",
				npy("<i8", "(2,)", new byte[] { 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0 })));
		try (PictureSet set = PictureSet.open(settings(file, LABELLED))) {
			assertThat(set.classes()).containsExactly("0", "1", "2");
			assertThat(set.example(1).label()).isEqualTo(2);
			assertThat(set.example(1).picture().samples()).startsWith(50, 0, 0, 50);
		}
	}

	@Test
	void anArrayOfOtherNumbersIsRefusedWithWhatThereIs() throws IOException {
		Path file = npz(Map.of("x.npy", npy("<f4", "(1, 8, 8)", new byte[256])));
		assertThatExceptionOfType(DataException.class).isThrownBy(() -> PictureSet.open(settings(file, LABELLED)))
			.withMessageContaining("holds no array of bytes with 3 or 4 dimensions, but [x.npy <f4 [1, 8, 8]]");
	}

	@Test
	void idxFilesAreReadAsKaggleNamesThem() throws IOException {
		for (String name : new String[] { "emnist-train-images.idx3-ubyte", "emnist-test-images.idx3-ubyte" }) {
			Files.write(this.folder.resolve(name), idx(0x803, name.contains("train") ? 3 : 2, 8, 8));
		}
		Files.write(this.folder.resolve("emnist-train-labels.idx1-ubyte"), idx(0x801, 3));
		try (PictureSet set = PictureSet.open(settings(this.folder, LabelSettings.FOLDERS))) {
			assertThat(set.size()).isEqualTo(3);
			assertThat(set.classes()).containsExactly("0");
		}
	}

	@Test
	void aColumnIsRefusedForASetWithLabelsOfItsOwn() throws IOException {
		Files.write(this.folder.resolve("train-images-idx3-ubyte"), idx(0x803, 1, 8, 8));
		assertThatExceptionOfType(DataException.class)
			.isThrownBy(() -> PictureSet.open(settings(this.folder, LabelSettings.ofColumn("kind"))))
			.withMessageContaining("label-column and label-pattern are for files of pictures");
	}

	private static byte[] idx(int magic, int... sides) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		DataOutputStream out = new DataOutputStream(bytes);
		out.writeInt(magic);
		int samples = 1;
		for (int side : sides) {
			out.writeInt(side);
			samples *= side;
		}
		out.write(new byte[samples]);
		return bytes.toByteArray();
	}

	private static byte[] npy(String type, String shape, byte[] values) {
		String header = "{'descr': '%s', 'fortran_order': False, 'shape': %s, }\n".formatted(type, shape);
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		bytes.write(0x93);
		bytes.writeBytes("NUMPY\u0001\u0000".getBytes(StandardCharsets.ISO_8859_1));
		bytes.write(header.length());
		bytes.write(0);
		bytes.writeBytes(header.getBytes(StandardCharsets.ISO_8859_1));
		bytes.writeBytes(values);
		return bytes.toByteArray();
	}

	private Path npz(Map<String, byte[]> arrays) throws IOException {
		Path file = this.folder.resolve("pictures.npz");
		try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
			for (Map.Entry<String, byte[]> array : arrays.entrySet()) {
				zip.putNextEntry(new ZipEntry(array.getKey()));
				zip.write(array.getValue());
			}
		}
		return file;
	}

}
