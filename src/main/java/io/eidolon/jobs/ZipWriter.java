package io.eidolon.jobs;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a zip archive. */
final class ZipWriter implements ArchiveWriter {

	private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

	private final ZipOutputStream zip;

	ZipWriter(OutputStream out) {
		this.zip = new ZipOutputStream(out);
		// Pictures are compressed already.
		this.zip.setLevel(Deflater.NO_COMPRESSION);
	}

	@Override
	public void add(String name, byte[] content) throws IOException {
		ZipEntry entry = new ZipEntry(name);
		entry.setTimeLocal(EPOCH);
		this.zip.putNextEntry(entry);
		this.zip.write(content);
		this.zip.closeEntry();
	}

	@Override
	public void close() throws IOException {
		this.zip.close();
	}

}
