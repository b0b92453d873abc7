package io.eidolon.training.data.files;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
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

/**
 * Lists a tar file. A compressed one is unpacked into a temporary file first, since it
 * can only be read from its beginning.
 */
final class TarListing {

	private static final int BUFFER = 1 << 16;

	private TarListing() {
	}

	static FileTree of(Path path) throws IOException {
		Path temporary = Files.createTempFile("eidolon-", ".tar");
		try {
			boolean compressed = unpack(path, temporary);
			return list(path, compressed ? temporary : path, () -> Files.deleteIfExists(temporary));
		}
		catch (EOFException ex) {
			Files.deleteIfExists(temporary);
			throw new IOException("it ends early, as a download that was cut off does", ex);
		}
		catch (IOException | RuntimeException ex) {
			Files.deleteIfExists(temporary);
			throw ex;
		}
	}

	private static boolean unpack(Path path, Path temporary) throws IOException {
		try (InputStream file = new BufferedInputStream(Files.newInputStream(path), BUFFER)) {
			file.mark(2);
			int magic = file.read() << 8 | file.read();
			file.reset();
			@Nullable InputStream in = switch (magic) {
				case 0x1f8b -> new GZIPInputStream(file, BUFFER);
				case 'B' << 8 | 'Z' -> new BZip2CompressorInputStream(file, true);
				case 0xfd37, 0x28b5 -> throw new IOException("its compression (xz or zstd) is not read; unpack it");
				default -> null;
			};
			if (in == null) {
				return false;
			}
			try (OutputStream out = Files.newOutputStream(temporary)) {
				in.transferTo(out);
			}
			return true;
		}
	}

	private static FileTree list(Path origin, Path tar, FileTree.Closing closing) throws IOException {
		long modified = Files.getLastModifiedTime(origin).toMillis();
		List<StoredFile> files = new ArrayList<>();
		List<String> folders = new ArrayList<>();
		FileChannel channel = FileChannel.open(tar);
		try (TarFile archive = new TarFile(tar)) {
			for (TarArchiveEntry entry : archive.getEntries()) {
				String name = ArchivePath.of(entry.getName());
				if (entry.isDirectory() && !name.isEmpty()) {
					folders.add(name);
				}
				else if (entry.isFile() && !entry.isSparse() && !name.isEmpty()) {
					files.add(StoredFile.named(name, entry.getSize(), modified,
							() -> read(channel, entry.getDataOffset(), entry.getSize())));
				}
			}
		}
		catch (IOException | RuntimeException ex) {
			channel.close();
			throw ex;
		}
		return new FileTree(origin, files, folders, new PassedOver(), () -> {
			channel.close();
			closing.close();
		});
	}

	private static byte[] read(FileChannel channel, long start, long size) throws IOException {
		ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(size));
		while (bytes.hasRemaining()) {
			if (channel.read(bytes, start + bytes.position()) < 0) {
				throw new IOException("lies beyond the end of its archive");
			}
		}
		return bytes.array();
	}

}
