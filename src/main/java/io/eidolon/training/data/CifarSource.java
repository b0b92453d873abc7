package io.eidolon.training.data;

import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * CIFAR-10 in its binary version, unpacked or as the {@code .tar.gz} that is distributed.
 * A record is a label and then 32 x 32 red, green and blue bytes; the names of the labels
 * are the lines of {@code batches.meta.txt}. The test batch is not trained on.
 *
 * @see <a href="https://www.cs.toronto.edu/~kriz/cifar.html">The CIFAR-10 dataset</a>
 */
final class CifarSource implements PictureSource {

	private static final int SIDE = 32;

	private static final int PIXELS = SIDE * SIDE;

	private static final int RECORD = 1 + 3 * PIXELS;

	private static final Pattern BATCH = Pattern.compile("data_batch_\\d+\\.bin");

	private static final String NAMES = "batches.meta.txt";

	private final Path path;

	private final String stamp;

	private final List<byte[]> batches;

	// The position of the first record of each batch, and of the end
	private final int[] starts;

	private final List<String> classes;

	private CifarSource(Path path, List<Path> files, TreeMap<String, byte[]> parts) throws IOException {
		this.path = path;
		this.stamp = Stamp.of(files);
		this.batches = new ArrayList<>();
		List<String> names = List.of();
		for (String name : parts.keySet()) {
			byte[] part = parts.get(name);
			if (name.equals(NAMES)) {
				names = new String(part, StandardCharsets.UTF_8).lines().filter((line) -> !line.isBlank()).toList();
			}
			else if (part.length % RECORD != 0) {
				throw new IOException("%s in %s is no whole number of records of %s bytes, but %s bytes long"
					.formatted(name, path, RECORD, part.length));
			}
			else {
				this.batches.add(part);
			}
		}
		this.starts = new int[this.batches.size() + 1];
		for (int i = 0; i < this.batches.size(); i++) {
			this.starts[i + 1] = this.starts[i] + this.batches.get(i).length / RECORD;
		}
		int largest = IntStream.range(0, size()).map(this::label).max().orElse(-1);
		this.classes = (names.size() > largest) ? names
				: IntStream.rangeClosed(0, largest).mapToObj(Integer::toString).toList();
	}

	/** Says whether a folder holds the batches, or whether a file is such an archive. */
	static boolean isCifar(Path path) throws IOException {
		if (!Files.isDirectory(path)) {
			return path.toString().endsWith(".tar.gz") || path.toString().endsWith(".tgz");
		}
		try (Stream<Path> entries = Files.list(path)) {
			return entries.anyMatch((entry) -> BATCH.matcher(entry.getFileName().toString()).matches());
		}
	}

	static CifarSource open(Path path) throws IOException {
		return Files.isDirectory(path) ? ofFolder(path) : ofArchive(path);
	}

	private static CifarSource ofFolder(Path folder) throws IOException {
		TreeMap<String, byte[]> parts = new TreeMap<>();
		List<Path> files;
		try (Stream<Path> entries = Files.list(folder)) {
			files = entries.filter((entry) -> isPart(entry.getFileName().toString())).sorted().toList();
		}
		for (Path file : files) {
			parts.put(file.getFileName().toString(), Files.readAllBytes(file));
		}
		return new CifarSource(folder, files, parts);
	}

	private static CifarSource ofArchive(Path archive) throws IOException {
		TreeMap<String, byte[]> parts = new TreeMap<>();
		try (TarArchiveInputStream in = new TarArchiveInputStream(
				new GZIPInputStream(new BufferedInputStream(Files.newInputStream(archive)), 1 << 16))) {
			for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
				String name = fileName(entry.getName());
				if (entry.isFile() && isPart(name)) {
					parts.put(name, in.readAllBytes());
				}
			}
		}
		if (parts.isEmpty()) {
			throw new IOException("%s holds no data_batch_1.bin, as CIFAR-10's binary version does".formatted(archive));
		}
		return new CifarSource(archive, List.of(archive), parts);
	}

	private static boolean isPart(String name) {
		return BATCH.matcher(name).matches() || name.equals(NAMES);
	}

	private static String fileName(String entry) {
		return entry.substring(entry.lastIndexOf('/') + 1);
	}

	@Override
	public int size() {
		return this.starts[this.batches.size()];
	}

	@Override
	public String describe(int index) {
		return this.path + "#" + index;
	}

	@Override
	public BufferedImage read(int index) {
		int batch = batch(index);
		byte[] records = this.batches.get(batch);
		int red = (index - this.starts[batch]) * RECORD + 1;
		int[] rgb = new int[PIXELS];
		for (int i = 0; i < PIXELS; i++) {
			rgb[i] = (records[red + i] & 0xFF) << 16 | (records[red + PIXELS + i] & 0xFF) << 8
					| records[red + 2 * PIXELS + i] & 0xFF;
		}
		BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
		image.setRGB(0, 0, SIDE, SIDE, rgb, 0, SIDE);
		return image;
	}

	@Override
	public int label(int index) {
		int batch = batch(index);
		return this.batches.get(batch)[(index - this.starts[batch]) * RECORD] & 0xFF;
	}

	private int batch(int index) {
		int batch = 0;
		while (index >= this.starts[batch + 1]) {
			batch++;
		}
		return batch;
	}

	@Override
	public List<String> classes() {
		return this.classes;
	}

	@Override
	public int channels() {
		return 3;
	}

	@Override
	public String stamp() {
		return this.stamp;
	}

}
