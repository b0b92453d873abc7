package io.eidolon.training.data.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Lists an LMDB environment, whose values are pictures and whose keys are their names.
 */
final class LmdbListing {

	static final String FILE = "data.mdb";

	static final String LOCK = "lock.mdb";

	/** What is shorter is a number, such as that of all pictures. */
	private static final int LEAST_BYTES = 32;

	private LmdbListing() {
	}

	static FileTree of(Path path) throws IOException {
		long modified = Files.getLastModifiedTime(path).toMillis();
		LmdbFile lmdb = new LmdbFile(path);
		try {
			return list(path, modified, lmdb);
		}
		catch (IndexOutOfBoundsException ex) {
			lmdb.close();
			throw new IOException("%s ends before its last page".formatted(path), ex);
		}
	}

	private static FileTree list(Path path, long modified, LmdbFile lmdb) {
		List<StoredFile> files = new ArrayList<>();
		PassedOver passedOver = new PassedOver();
		for (int i = 0; i < lmdb.size(); i++) {
			int index = i;
			if (lmdb.length(i) < LEAST_BYTES) {
				passedOver.count("values that are too short for a picture");
			}
			else {
				files.add(new StoredFile(lmdb.key(i), FILE, lmdb.length(i), modified, () -> lmdb.value(index)));
			}
		}
		return new FileTree(path, files, List.of(), passedOver, lmdb::close);
	}

}
