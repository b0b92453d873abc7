package io.eidolon.training.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Finds out by looking how pictures are kept. */
final class PictureSources {

	/** What is understood, for those who gave something else. */
	static final String UNDERSTOOD = "a folder or a ZIP file of PNG and JPEG files, such as CelebA's; an idx file, "
			+ "such as Fashion-MNIST's; CIFAR-10's binary version, as a folder or .tar.gz; a folder with LSUN's data.mdb";

	private PictureSources() {
	}

	/**
	 * Opens the pictures at a path.
	 * @param labelColumn the column or attribute to take labels from, or null for what
	 * the format says
	 */
	static PictureSource open(Path path, @Nullable String labelColumn) throws IOException {
		if (LsunSource.isLmdb(path)) {
			return LsunSource.open(path);
		}
		if (CifarSource.isCifar(path)) {
			return CifarSource.open(path);
		}
		Optional<Path> idx = idx(path);
		if (idx.isPresent()) {
			return IdxSource.open(idx.get());
		}
		if (Files.isDirectory(path) || EncodedSource.isZip(path)) {
			return EncodedSource.open(path, labelColumn);
		}
		throw new DataException("%s is of no kind that is understood: %s".formatted(path.toAbsolutePath(), UNDERSTOOD));
	}

	/**
	 * Finds the idx file to train on in a folder; the MNIST family keeps its test set
	 * beside it.
	 */
	private static Optional<Path> idx(Path path) throws IOException {
		if (!Files.isDirectory(path)) {
			return IdxSource.isIdx(path) ? Optional.of(path) : Optional.empty();
		}
		try (Stream<Path> entries = Files.list(path)) {
			return entries.filter(IdxSource::isIdx)
				.min(Comparator.comparing((Path entry) -> !entry.getFileName().toString().startsWith("train"))
					.thenComparing(Comparator.naturalOrder()));
		}
	}

}
