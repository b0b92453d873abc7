package io.eidolon.training.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import io.eidolon.training.data.files.FileTree;
import io.eidolon.training.data.files.StoredFile;
import org.jspecify.annotations.Nullable;

/**
 * Arrays that numpy saved: one in an .npy file, or several in an .npz file. The pictures
 * are one of bytes, (N, H, W), (N, H, W, C) or (N, C, H, W); labels one of whole numbers,
 * (N) or (N, 1). Where several fit, one whose name speaks of training is taken.
 *
 * @see <a href=
 * "https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">The format</a>
 */
final class NumpyFile {

	private static final Pattern HEADER = Pattern
		.compile("'descr': *'([^']*)'.*'fortran_order': *(True|False).*'shape': *\\(([^)]*)\\)", Pattern.DOTALL);

	private NumpyFile() {
	}

	/** Finds a file of arrays. */
	static Optional<StoredFile> find(FileTree tree) {
		return tree.files()
			.stream()
			.filter((file) -> file.extension().equals("npz") || file.extension().equals("npy"))
			.min(Comparator.comparing((StoredFile file) -> !file.name().contains("train")));
	}

	static ArraySource read(StoredFile file) throws IOException {
		List<Array> arrays = arrays(file);
		Array pictures = arrays.stream()
			.filter(Array::isPictures)
			.min(Comparator.comparing((Array array) -> !array.name().contains("train")))
			.orElseThrow(() -> new IOException(
					"%s holds no array of bytes with 3 or 4 dimensions, but %s".formatted(file.path(), arrays)));
		Array labels = arrays.stream()
			.filter((array) -> array.isLabels(pictures.shape()[0]))
			.min(Comparator.comparing((Array array) -> !array.name().contains("train")))
			.orElse(null);
		return pictures.source(file, labels);
	}

	private static List<Array> arrays(StoredFile file) throws IOException {
		if (file.extension().equals("npy")) {
			return List.of(array(file.name(), file.read()));
		}
		List<Array> arrays = new ArrayList<>();
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file.read()))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				arrays.add(array(entry.getName(), zip.readAllBytes()));
			}
		}
		return arrays;
	}

	private static Array array(String name, byte[] bytes) throws IOException {
		if (bytes.length < 12 || bytes[0] != (byte) 0x93) {
			throw new IOException("%s is no array of numpy".formatted(name));
		}
		ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
		int start = (bytes[6] == 1) ? 10 : 12;
		int length = (bytes[6] == 1) ? header.getShort(8) & 0xFFFF : header.getInt(8);
		Matcher matcher = HEADER.matcher(new String(bytes, start, length, StandardCharsets.ISO_8859_1));
		if (!matcher.find() || matcher.group(2).equals("True")) {
			throw new IOException("%s is no array in the order of C".formatted(name));
		}
		int[] shape = Stream.of(matcher.group(3).split(","))
			.map(String::strip)
			.filter((side) -> !side.isEmpty())
			.mapToInt(Integer::parseInt)
			.toArray();
		return new Array(name, matcher.group(1), shape,
				ByteBuffer.wrap(bytes, start + length, bytes.length - start - length).slice());
	}

	/**
	 * An array.
	 *
	 * @param name its file
	 * @param type as numpy writes it, such as "|u1"
	 * @param shape its sides
	 * @param bytes its values
	 */
	private record Array(String name, String type, int[] shape, ByteBuffer bytes) {

		boolean isPictures() {
			boolean sized = this.shape.length == 3
					|| (this.shape.length == 4 && (isChannels(this.shape[3]) || isChannels(this.shape[1])));
			return sized && this.type.equals("|u1");
		}

		private static boolean isChannels(int side) {
			return side == 1 || side == 3;
		}

		boolean isLabels(int count) {
			return this.type.matches("[|<][iu][1248]") && this.shape.length > 0 && this.shape[0] == count
					&& Arrays.stream(this.shape).skip(1).allMatch((side) -> side == 1);
		}

		ArraySource source(StoredFile file, @Nullable Array labels) throws IOException {
			boolean last = this.shape.length == 3 || isChannels(this.shape[3]);
			int channels = (this.shape.length == 3) ? 1 : last ? this.shape[3] : this.shape[1];
			int height = last ? this.shape[1] : this.shape[2];
			int width = last ? this.shape[2] : this.shape[3];
			int samples = height * width * channels;
			if (this.bytes.remaining() < (long) this.shape[0] * samples) {
				throw new IOException("%s ends before its %s pictures do".formatted(this.name, this.shape[0]));
			}
			byte[][] pictures = new byte[this.shape[0]][samples];
			for (int i = 0; i < pictures.length; i++) {
				for (int j = 0; j < samples; j++) {
					int from = last ? j : j % channels * height * width + j / channels;
					pictures[i][j] = this.bytes.get(i * samples + from);
				}
			}
			return new ArraySource(file, width, height, channels, pictures, (labels != null) ? labels.numbers() : null,
					List.of());
		}

		private int[] numbers() {
			int size = this.type.charAt(2) - '0';
			int[] numbers = new int[this.shape[0]];
			ByteBuffer values = this.bytes.order(ByteOrder.LITTLE_ENDIAN);
			for (int i = 0; i < numbers.length; i++) {
				numbers[i] = (int) switch (size) {
					case 1 -> values.get(i) & 0xFF;
					case 2 -> values.getShort(2 * i);
					case 4 -> values.getInt(4 * i);
					default -> values.getLong(8 * i);
				};
			}
			return numbers;
		}

		@Override
		public String toString() {
			return "%s %s %s".formatted(this.name, this.type, Arrays.toString(this.shape));
		}

	}

}
