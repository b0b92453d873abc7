package io.eidolon.web.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs files, the same files always to the same bytes. */
final class ZipArchive {

	private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

	private ZipArchive() {
	}

	/** Returns an archive of the contents by file name. */
	static byte[] of(Map<String, byte[]> files) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			// Pictures are compressed already.
			zip.setLevel(Deflater.NO_COMPRESSION);
			for (Map.Entry<String, byte[]> file : files.entrySet()) {
				ZipEntry entry = new ZipEntry(file.getKey());
				entry.setTimeLocal(EPOCH);
				zip.putNextEntry(entry);
				zip.write(file.getValue());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Writing to memory does not fail", ex);
		}
		return bytes.toByteArray();
	}

}
