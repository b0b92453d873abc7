package io.eidolon.jobs;

import java.io.IOException;
import java.io.OutputStream;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Writes a tar archive. */
final class TarWriter implements ArchiveWriter {

	private final TarArchiveOutputStream tar;

	TarWriter(OutputStream out) {
		this.tar = new TarArchiveOutputStream(out, "UTF-8");
	}

	@Override
	public void add(String name, byte[] content) throws IOException {
		TarArchiveEntry entry = new TarArchiveEntry(name);
		entry.setModTime(0);
		entry.setSize(content.length);
		this.tar.putArchiveEntry(entry);
		this.tar.write(content);
		this.tar.closeArchiveEntry();
	}

	@Override
	public void close() throws IOException {
		this.tar.close();
	}

}
