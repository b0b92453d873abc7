package io.eidolon.training.data.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * The files of a folder, or of an archive.
 *
 * @param origin the folder or the archive
 * @param files in the order of their paths
 * @param folders the paths of all folders
 * @param passedOver what could not be listed
 * @param owner what is closed in the end
 */
public record FileTree(Path origin, List<StoredFile> files, List<String> folders, PassedOver passedOver,
		Closing owner) implements AutoCloseable {

	/** Sorts the files. */
	public FileTree {
		files = files.stream().sorted(Comparator.comparing(StoredFile::path)).toList();
		folders = List.copyOf(folders);
	}

	/** Whether there is a file of such an extension. */
	public boolean holds(String extension) {
		return this.files.stream().anyMatch((file) -> file.extension().equals(extension));
	}

	@Override
	public void close() {
		try {
			this.owner.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Closes an archive. */
	@FunctionalInterface
	public interface Closing {

		/** There is nothing to close. */
		Closing NOTHING = () -> {
		};

		void close() throws IOException;

	}

}
