package io.eidolon.training.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import io.eidolon.image.PictureFile;
import io.eidolon.training.data.files.DataException;
import io.eidolon.training.data.files.FileTree;
import io.eidolon.training.data.files.FileTrees;
import io.eidolon.training.data.files.StoredFile;
import io.eidolon.training.data.labels.LabelSettings;

/** Finds out by looking how pictures are kept. */
final class PictureSources {

	/** What is understood, for those who gave something else. */
	static final String UNDERSTOOD = ("a folder, a ZIP or a tar file (.tar, .tar.gz, WebDataset's shards) of %s files; "
			+ "an idx file, such as Fashion-MNIST's; CIFAR's binary version; an .npz or .npy file; Parquet "
			+ "files of Hugging Face's image datasets; LMDB environments, such as LSUN's")
		.formatted(PictureFile.FORMATS);

	private PictureSources() {
	}

	/**
	 * Opens the pictures at a path.
	 * @param check asked while something is copied; it ends that by an exception
	 * @throws DataException when there are none, or when they cannot be read
	 */
	static PictureSource open(Path path, LabelSettings labels, Runnable check) {
		if (!Files.exists(path)) {
			throw new DataException("%s does not exist".formatted(path.toAbsolutePath()));
		}
		FileTree tree = null;
		try {
			tree = FileTrees.open(path, check);
			return FileTrees.isOneFile(path) ? ofFile(path, tree) : of(tree, labels);
		}
		catch (IOException | RuntimeException ex) {
			if (tree != null) {
				tree.close();
			}
			throw (ex instanceof RuntimeException failure) ? failure
					: new DataException("%s cannot be read: %s".formatted(path.toAbsolutePath(), ex.getMessage()), ex);
		}
	}

	private static PictureSource of(FileTree tree, LabelSettings labels) throws IOException {
		for (CifarBatches cifar : CifarBatches.values()) {
			if (cifar.areIn(tree)) {
				return withoutColumn(cifar.read(tree), labels);
			}
		}
		Optional<StoredFile> idx = IdxFile.find(tree);
		if (idx.isPresent()) {
			return withoutColumn(IdxFile.read(idx.get(), tree), labels);
		}
		Optional<StoredFile> numpy = NumpyFile.find(tree);
		boolean files = tree.files().stream().anyMatch((file) -> FileScan.EXTENSIONS.contains(file.extension()));
		return (numpy.isPresent() && !files) ? withoutColumn(NumpyFile.read(numpy.get()), labels)
				: FileSource.of(tree, labels);
	}

	private static PictureSource ofFile(Path path, FileTree folder) throws IOException {
		String name = path.getFileName().toString();
		FileTree alone = new FileTree(path, folder.files().stream().filter((file) -> file.path().equals(name)).toList(),
				folder.folders(), folder.passedOver(), folder.owner());
		Optional<StoredFile> idx = IdxFile.find(alone);
		if (idx.isPresent()) {
			return IdxFile.read(idx.get(), folder);
		}
		return NumpyFile.read(NumpyFile.find(alone)
			.orElseThrow(() -> new DataException(
					"%s is of no kind that is understood: %s".formatted(path.toAbsolutePath(), UNDERSTOOD))));
	}

	private static PictureSource withoutColumn(PictureSource source, LabelSettings labels) {
		if (labels.column() != null || labels.pattern() != null) {
			throw new DataException("label-column and label-pattern are for files of pictures; this set has labels of "
					+ "its own, or none");
		}
		return source;
	}

}
