package io.eidolon.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What a mirror needs of an object store. */
interface ObjectStore extends AutoCloseable {

	/**
	 * All objects below the prefix.
	 * @throws IOException when the store cannot be reached, or refuses
	 */
	List<StoredObject> list() throws IOException;

	/**
	 * Copies an object into a file, which is not there yet.
	 * @throws IOException when the store cannot be reached, or refuses, or when the
	 * object is another by now
	 */
	void fetch(StoredObject object, Path file) throws IOException;

	@Override
	void close();

}
