package io.eidolon.training.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import io.eidolon.training.data.files.FileTree;
import io.eidolon.training.data.files.StoredFile;

/**
 * CIFAR-10 and CIFAR-100 in their binary versions. A record is one label, or a coarse and
 * a fine one, and then 32 x 32 red, green and blue bytes; the names of the labels are the
 * lines of a text file. The test batch is not trained on.
 *
 * @see <a href="https://www.cs.toronto.edu/~kriz/cifar.html">The CIFAR-10 dataset</a>
 */
enum CifarBatches {

	CIFAR_10("data_batch_\\d+\\.bin", "batches.meta.txt", 1),

	CIFAR_100("train\\.bin", "fine_label_names.txt", 2);

	private static final int SIDE = 32;

	private static final int PIXELS = SIDE * SIDE;

	private static final Pattern OF_PYTHON = Pattern.compile(".*cifar-100?-(batches-py/data_batch_1|python/train)");

	private final Pattern batch;

	private final String names;

	private final int labels;

	CifarBatches(String batch, String names, int labels) {
		this.batch = Pattern.compile(batch);
		this.names = names;
		this.labels = labels;
	}

	/**
	 * Whether a tree holds the batches.
	 * @throws IOException when it holds them as Python's pickles
	 */
	boolean areIn(FileTree tree) throws IOException {
		if (tree.files().stream().anyMatch((file) -> OF_PYTHON.matcher(file.path()).matches())) {
			throw new IOException("it is the version for Python; get the binary version, cifar-%s-binary.tar.gz"
				.formatted(tree.files().stream().anyMatch((file) -> file.name().equals("train")) ? "100" : "10"));
		}
		return tree.files().stream().anyMatch(this::isBatch);
	}

	private boolean isBatch(StoredFile file) {
		return this.batch.matcher(file.name()).matches()
				&& (this == CIFAR_10 || file.size() % (this.labels + 3 * PIXELS) == 0);
	}

	ArraySource read(FileTree tree) throws IOException {
		List<byte[]> pictures = new ArrayList<>();
		List<Integer> labels = new ArrayList<>();
		List<String> names = List.of();
		int record = this.labels + 3 * PIXELS;
		StoredFile first = null;
		for (StoredFile file : tree.files()) {
			if (file.name().equals(this.names)) {
				names = new String(file.read(), StandardCharsets.UTF_8).lines()
					.filter((line) -> !line.isBlank())
					.toList();
			}
			else if (isBatch(file)) {
				byte[] bytes = file.read();
				if (bytes.length % record != 0) {
					throw new IOException("%s is no whole number of records of %s bytes, but %s bytes long"
						.formatted(file.path(), record, bytes.length));
				}
				for (int start = 0; start < bytes.length; start += record) {
					labels.add(bytes[start + this.labels - 1] & 0xFF);
					pictures.add(interleaved(bytes, start + this.labels));
				}
				first = (first != null) ? first : file;
			}
		}
		if (first == null) {
			throw new IOException("it holds no batch");
		}
		return new ArraySource(first, SIDE, SIDE, 3, pictures.toArray(byte[][]::new),
				labels.stream().mapToInt(Integer::intValue).toArray(), names);
	}

	private static byte[] interleaved(byte[] planes, int start) {
		byte[] samples = new byte[3 * PIXELS];
		for (int i = 0; i < samples.length; i++) {
			samples[i] = planes[start + i % 3 * PIXELS + i / 3];
		}
		return samples;
	}

}
