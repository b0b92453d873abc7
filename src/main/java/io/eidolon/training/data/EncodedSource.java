package io.eidolon.training.data;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PNG and JPEG files below a folder. A ZIP file is such a folder too, through the JDK's
 * ZIP file system. The label of a picture is the name of its subfolder, or its value in a
 * column of a CSV file, or an attribute of CelebA.
 */
final class EncodedSource implements PictureSource {

	private static final Logger logger = LoggerFactory.getLogger(EncodedSource.class);

	private final Path data;

	private final @Nullable FileSystem archive;

	private final Path root;

	private final List<Path> files;

	private final int[] labels;

	private final List<String> classes;

	private EncodedSource(Path data, @Nullable FileSystem archive, Path root, List<Path> files,
			Function<Path, @Nullable String> labelling) {
		this.data = data;
		this.archive = archive;
		this.root = root;
		List<@Nullable String> names = files.stream().<@Nullable String>map(labelling).toList();
		// A picture without a label is of no use once others have one.
		boolean labelled = names.stream().anyMatch((name) -> name != null);
		int[] kept = IntStream.range(0, files.size()).filter((i) -> !labelled || names.get(i) != null).toArray();
		this.files = IntStream.of(kept).mapToObj(files::get).toList();
		List<String> distinct = List
			.copyOf(new TreeSet<>(IntStream.of(kept).mapToObj(names::get).filter(Objects::nonNull).toList()));
		// What is said of every picture tells none from another
		this.classes = (distinct.size() > 1) ? distinct : List.of();
		Map<String, Integer> indexes = IntStream.range(0, this.classes.size())
			.boxed()
			.collect(Collectors.toMap(this.classes::get, Function.identity()));
		this.labels = IntStream.of(kept).map((i) -> indexes.getOrDefault(names.get(i), 0)).toArray();
	}

	/** Says whether a file is named as a ZIP file. */
	static boolean isZip(Path path) {
		return path.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
	}

	/**
	 * Lists the pictures in a folder or ZIP file.
	 * @param labelColumn the CSV column or the CelebA attribute to take labels from, or
	 * null for subfolder names
	 */
	static EncodedSource open(Path data, @Nullable String labelColumn) throws IOException {
		FileSystem archive = isZip(data) ? FileSystems.newFileSystem(data) : null;
		try {
			Path root = (archive != null) ? archive.getPath("/") : data;
			try (Stream<Path> walk = Files.walk(root)) {
				List<Path> files = walk.filter(EncodedSource::isPicture).sorted().toList();
				return new EncodedSource(data, archive, root, files, labelling(data, root, labelColumn));
			}
		}
		catch (IOException | RuntimeException ex) {
			close(archive);
			throw ex;
		}
	}

	private static Function<Path, @Nullable String> labelling(Path data, Path root, @Nullable String labelColumn)
			throws IOException {
		if (labelColumn == null) {
			return (file) -> subfolder(root, file);
		}
		Optional<Path> celeba = CelebaAttribute.find(data, root);
		return celeba.isPresent() ? CelebaAttribute.read(celeba.get(), labelColumn)
				: LabelColumn.read(root, labelColumn)::of;
	}

	private static void close(@Nullable FileSystem archive) {
		if (archive != null) {
			try {
				archive.close();
			}
			catch (IOException ex) {
				logger.debug("Closing {} failed", archive, ex);
			}
		}
	}

	private static boolean isPicture(Path file) {
		String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
		// macOS leaves "._name" files beside the pictures of its archives.
		return !name.startsWith(".") && (name.endsWith(".png") || name.endsWith(".jpg") || name.endsWith(".jpeg"))
				&& Files.isRegularFile(file);
	}

	private static @Nullable String subfolder(Path root, Path file) {
		Path parent = file.getParent();
		return (parent == null || parent.equals(root)) ? null : String.valueOf(parent.getFileName()).replace("/", "");
	}

	@Override
	public int size() {
		return this.files.size();
	}

	@Override
	public String describe(int index) {
		return this.root.relativize(this.files.get(index)).toString();
	}

	@Override
	public BufferedImage read(int index) throws IOException {
		try (InputStream in = Files.newInputStream(this.files.get(index))) {
			BufferedImage image = ImageIO.read(in);
			if (image == null) {
				throw new IOException("is neither PNG nor JPEG");
			}
			return image;
		}
		catch (RuntimeException ex) {
			// ImageIO's readers let some broken files end in unchecked exceptions.
			throw new IOException(ex);
		}
	}

	@Override
	public Optional<Path> folder() {
		return Optional.of(this.root);
	}

	@Override
	public int label(int index) {
		return this.labels[index];
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
	public String stamp() throws IOException {
		String files = (this.archive != null) ? Stamp.of(List.of(this.data)) : Stamp.of(this.files);
		return Stamp.hash(files + IntStream.range(0, size()).mapToObj(this::describe).toList());
	}

	@Override
	public void close() {
		close(this.archive);
	}

}
