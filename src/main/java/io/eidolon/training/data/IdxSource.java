package io.eidolon.training.data;

import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import org.jspecify.annotations.Nullable;

/**
 * The idx format of the MNIST family: a big-endian header (magic number, then one length
 * per dimension) and one unsigned byte per pixel, or per label.
 *
 * @see <a href="http://yann.lecun.com/exdb/mnist/">The MNIST database</a>
 */
final class IdxSource implements PictureSource {

	private static final int IMAGES = 0x0000_0803;

	private static final int LABELS = 0x0000_0801;

	private static final String IMAGES_NAME = "images-idx3-ubyte";

	private static final String LABELS_NAME = "labels-idx1-ubyte";

	private final Path file;

	private final int width;

	private final int height;

	private final byte[][] pictures;

	private final byte @Nullable [] labels;

	private final List<String> classes;

	private IdxSource(Path file, int width, int height, byte[][] pictures, byte @Nullable [] labels) {
		this.file = file;
		this.width = width;
		this.height = height;
		this.pictures = pictures;
		this.labels = labels;
		this.classes = (labels != null) ? classesOf(labels) : List.of();
	}

	/** Says whether a file is named as the MNIST family names its pictures. */
	static boolean isIdx(Path file) {
		return String.valueOf(file.getFileName()).contains(IMAGES_NAME);
	}

	static IdxSource open(Path file) throws IOException {
		try (DataInputStream in = stream(file)) {
			expect(file, IMAGES, in.readInt());
			int count = in.readInt();
			int height = in.readInt();
			int width = in.readInt();
			if (count < 0 || height < 1 || width < 1 || height > 4096 || width > 4096) {
				throw new IOException("%s says it holds %s pictures of %s x %s".formatted(file, count, width, height));
			}
			byte[][] pictures = new byte[count][];
			for (int i = 0; i < count; i++) {
				pictures[i] = in.readNBytes(height * width);
				if (pictures[i].length < height * width) {
					throw new IOException("%s ends after %s of %s pictures".formatted(file, i, count));
				}
			}
			return new IdxSource(file, width, height, pictures, labelsBeside(file, count));
		}
	}

	private static byte @Nullable [] labelsBeside(Path file, int count) throws IOException {
		String name = file.getFileName().toString().replace(IMAGES_NAME, LABELS_NAME);
		String other = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name + ".gz";
		Path labels = Stream.of(name, other).map(file::resolveSibling).filter(Files::exists).findFirst().orElse(null);
		if (labels == null) {
			return null;
		}
		try (DataInputStream in = stream(labels)) {
			expect(labels, LABELS, in.readInt());
			int found = in.readInt();
			if (found != count) {
				throw new IOException("%s holds %s labels for %s pictures".formatted(labels, found, count));
			}
			byte[] values = in.readNBytes(count);
			if (values.length < count) {
				throw new IOException("%s ends after %s of %s labels".formatted(labels, values.length, count));
			}
			return values;
		}
	}

	private static DataInputStream stream(Path file) throws IOException {
		InputStream in = Files.newInputStream(file);
		try {
			return new DataInputStream(new BufferedInputStream(
					file.getFileName().toString().endsWith(".gz") ? new GZIPInputStream(in) : in, 1 << 16));
		}
		catch (IOException ex) {
			in.close();
			throw ex;
		}
	}

	private static void expect(Path file, int magic, int found) throws IOException {
		if (found != magic) {
			throw new IOException(String.format(Locale.ROOT, "%s starts with %08x, not %08x as an idx file does", file,
					found, magic));
		}
	}

	private static List<String> classesOf(byte[] labels) {
		int largest = 0;
		for (byte label : labels) {
			largest = Math.max(largest, label & 0xFF);
		}
		return IntStream.rangeClosed(0, largest).mapToObj(Integer::toString).toList();
	}

	@Override
	public int size() {
		return this.pictures.length;
	}

	@Override
	public String describe(int index) {
		return this.file + "#" + index;
	}

	@Override
	public BufferedImage read(int index) {
		BufferedImage image = new BufferedImage(this.width, this.height, BufferedImage.TYPE_BYTE_GRAY);
		image.getRaster().setDataElements(0, 0, this.width, this.height, this.pictures[index]);
		return image;
	}

	@Override
	public int label(int index) {
		return (this.labels != null) ? this.labels[index] & 0xFF : 0;
	}

	@Override
	public List<String> classes() {
		return this.classes;
	}

	@Override
	public int channels() {
		return 1;
	}

	@Override
	public String stamp() throws IOException {
		return Stamp.of(List.of(this.file));
	}

}
