package io.eidolon.training.data;

import java.util.Locale;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

import io.eidolon.training.data.files.FileTree;
import io.eidolon.training.data.files.StoredFile;
import org.jspecify.annotations.Nullable;

/**
 * The idx format of the MNIST family: a big-endian header (magic number, then one length
 * per dimension) and one unsigned byte per pixel, or per label.
 *
 * @see <a href="http://yann.lecun.com/exdb/mnist/">The MNIST database</a>
 */
final class IdxFile {

	private static final int IMAGES = 0x0000_0803;

	private static final int LABELS = 0x0000_0801;

	/** As it is distributed, and as Kaggle names it. */
	private static final Pattern NAME = Pattern.compile(".*images[-.]idx3[-.]ubyte(\\.gz)?");

	private static final Pattern LABEL_NAME = Pattern.compile(".*labels[-.]idx1[-.]ubyte(\\.gz)?");

	private IdxFile() {
	}

	/** Finds the file to train on; the MNIST family keeps its test set beside it. */
	static Optional<StoredFile> find(FileTree tree) {
		return tree.files()
			.stream()
			.filter((file) -> NAME.matcher(file.name()).matches())
			.min(Comparator.comparing((StoredFile file) -> !file.name().contains("train"))
				.thenComparing(StoredFile::path));
	}

	static ArraySource read(StoredFile file, FileTree tree) throws IOException {
		try (DataInputStream in = stream(file)) {
			expect(file, IMAGES, in.readInt());
			int count = in.readInt();
			int height = in.readInt();
			int width = in.readInt();
			if (count < 0 || height < 1 || width < 1 || height > 4096 || width > 4096) {
				throw new IOException(
						"%s says it holds %s pictures of %s x %s".formatted(file.path(), count, width, height));
			}
			byte[][] pictures = new byte[count][];
			for (int i = 0; i < count; i++) {
				pictures[i] = in.readNBytes(height * width);
				if (pictures[i].length < height * width) {
					throw new IOException("%s ends after %s of %s pictures".formatted(file.path(), i, count));
				}
			}
			return new ArraySource(file, width, height, 1, pictures, labels(file, tree, count), List.of());
		}
	}

	private static int @Nullable [] labels(StoredFile images, FileTree tree, int count) throws IOException {
		String prefix = images.path().substring(0, images.path().lastIndexOf("images"));
		StoredFile file = tree.files()
			.stream()
			.filter((other) -> LABEL_NAME.matcher(other.name()).matches() && other.path().startsWith(prefix + "labels"))
			.findFirst()
			.orElse(null);
		if (file == null) {
			return null;
		}
		try (DataInputStream in = stream(file)) {
			expect(file, LABELS, in.readInt());
			int found = in.readInt();
			if (found != count) {
				throw new IOException("%s holds %s labels for %s pictures".formatted(file.path(), found, count));
			}
			byte[] values = in.readNBytes(count);
			if (values.length < count) {
				throw new IOException("%s ends after %s of %s labels".formatted(file.path(), values.length, count));
			}
			int[] labels = new int[count];
			for (int i = 0; i < count; i++) {
				labels[i] = values[i] & 0xFF;
			}
			return labels;
		}
	}

	private static DataInputStream stream(StoredFile file) throws IOException {
		InputStream bytes = new ByteArrayInputStream(file.read());
		return new DataInputStream(file.extension().equals("gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes);
	}

	private static void expect(StoredFile file, int magic, int found) throws IOException {
		if (found != magic) {
			throw new IOException(String.format(Locale.ROOT,
					"%s starts with %08x, not %08x as an idx file of bytes does", file.path(), found, magic));
		}
	}

}
