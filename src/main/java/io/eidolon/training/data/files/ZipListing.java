package io.eidolon.training.data.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;

/**
 * Lists a ZIP file, whatever system made it: names in UTF-8 or in code page 437 of DOS,
 * with slashes or backslashes, compressed with Deflate or with Deflate64 of Windows.
 */
final class ZipListing {

	private static final String DOS = "IBM437";

	private ZipListing() {
	}

	static FileTree of(Path path) throws IOException {
		long modified = Files.getLastModifiedTime(path).toMillis();
		ZipFile zip = ZipFile.builder().setPath(path).get();
		List<StoredFile> files = new ArrayList<>();
		List<String> folders = new ArrayList<>();
		PassedOver passedOver = new PassedOver();
		boolean locked = false;
		for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
			String name = ArchivePath.of(name(entry));
			locked |= entry.getGeneralPurposeBit().usesEncryption();
			if (name.isEmpty() || entry.isUnixSymlink()) {
				continue;
			}
			if (entry.isDirectory() || name(entry).endsWith("\\")) {
				folders.add(name);
			}
			else if (zip.canReadEntryData(entry)) {
				files.add(StoredFile.named(name, entry.getSize(), modified, () -> read(zip, entry)));
			}
			else {
				passedOver.count("compressed with %s, which is not read".formatted(method(entry)));
			}
		}
		if (locked) {
			zip.close();
			throw new IOException("it has a password; unpack it, and give the folder");
		}
		return new FileTree(path, files, folders, passedOver, zip::close);
	}

	private static String name(ZipArchiveEntry entry) {
		byte[] raw = entry.getRawName();
		if (raw == null || entry.getNameSource() != ZipArchiveEntry.NameSource.NAME) {
			return entry.getName();
		}
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
		}
		catch (CharacterCodingException _) {
			return new String(raw, Charset.isSupported(DOS) ? Charset.forName(DOS) : StandardCharsets.ISO_8859_1);
		}
	}

	private static String method(ZipArchiveEntry entry) {
		ZipMethod method = ZipMethod.getMethodByCode(entry.getMethod());
		return (method != null) ? method.name() : "method " + entry.getMethod();
	}

	private static byte[] read(ZipFile zip, ZipArchiveEntry entry) throws IOException {
		try (InputStream in = zip.getInputStream(entry)) {
			byte[] bytes = in.readNBytes(Math.toIntExact(entry.getSize()));
			if (bytes.length < entry.getSize()) {
				throw new IOException("ends after %s of %s bytes".formatted(bytes.length, entry.getSize()));
			}
			return bytes;
		}
	}

}
