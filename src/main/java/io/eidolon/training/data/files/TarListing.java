package io.eidolon.training.data.files;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarFile;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lists a tar file. A compressed one is unpacked into a temporary file first, since it
 * can only be read from its beginning.
 */
final class TarListing {

	private static final Logger logger = LoggerFactory.getLogger(TarListing.class);

	private static final int BUFFER = 1 << 16;

	private TarListing() {
	}

	/**
	 * Lists a file.
	 * @param check asked while it is unpacked; it ends that by an exception
	 */
	static FileTree of(Path path, Runnable check) throws IOException {
		long modified = Files.getLastModifiedTime(path).toMillis();
		FileChannel tar = uncompressed(path, check);
		try {
			// Closes what it reads from, and so is left open
			TarFile archive = new TarFile(tar);
			return list(path, modified, tar, archive.getEntries());
		}
		catch (IOException | RuntimeException ex) {
			tar.close();
			throw ex;
		}
	}

	private static FileChannel uncompressed(Path path, Runnable check) throws IOException {
		FileChannel file = FileChannel.open(path);
		try {
			InputStream in = decompressed(new BufferedInputStream(Channels.newInputStream(file), BUFFER));
			if (in == null) {
				return file.position(0);
			}
			try (file) {
				return copied(in, file, path.getFileName(), check);
			}
		}
		catch (EOFException ex) {
			file.close();
			throw new IOException("it ends early, as a download that was cut off does", ex);
		}
		catch (IOException | RuntimeException ex) {
			file.close();
			throw ex;
		}
	}

	/** What is in a compressed file, or null. */
	private static @Nullable InputStream decompressed(InputStream file) throws IOException {
		file.mark(2);
		int magic = file.read() << 8 | file.read();
		file.reset();
		return switch (magic) {
			case 0x1f8b -> new GZIPInputStream(file, BUFFER);
			case 'B' << 8 | 'Z' -> new BZip2CompressorInputStream(file, true);
			case 0xfd37, 0x28b5 -> throw new IOException("its compression (xz or zstd) is not read; unpack it");
			default -> null;
		};
	}

	private static FileChannel copied(InputStream in, FileChannel file, Path name, Runnable check) throws IOException {
		int megabytes = Math.toIntExact(file.size() >> 20);
		logger.info("Unpacking {} ({} MB) into a temporary file", name, Math.max(1, megabytes));
		PreparationProgress progress = new PreparationProgress("Unpacked", "MB of " + name, megabytes, System::nanoTime,
				logger::info);
		TemporaryFile copy = TemporaryFile.create();
		try {
			byte[] buffer = new byte[BUFFER];
			for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
				check.run();
				copy.append(buffer, length);
				progress.reach((int) (file.position() >> 20));
			}
			return copy.channel();
		}
		catch (IOException | RuntimeException ex) {
			copy.close();
			throw ex;
		}
	}

	private static FileTree list(Path origin, long modified, FileChannel tar, List<TarArchiveEntry> entries) {
		List<StoredFile> files = new ArrayList<>();
		List<String> folders = new ArrayList<>();
		for (TarArchiveEntry entry : entries) {
			String name = ArchivePath.of(entry.getName());
			if (entry.isDirectory() && !name.isEmpty()) {
				folders.add(name);
			}
			else if (entry.isFile() && !entry.isSparse() && !name.isEmpty()) {
				files.add(StoredFile.named(name, entry.getSize(), modified,
						() -> ChannelBytes.read(tar, entry.getDataOffset(), entry.getSize())));
			}
		}
		return new FileTree(origin, files, folders, new PassedOver(), tar::close);
	}

}
