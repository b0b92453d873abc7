package io.eidolon.jobs;

import java.io.Closeable;
import java.io.IOException;

/** Packs files, the same files always to the same bytes. */
interface ArchiveWriter extends Closeable {

	/** Adds a file. */
	void add(String name, byte[] content) throws IOException;

}
