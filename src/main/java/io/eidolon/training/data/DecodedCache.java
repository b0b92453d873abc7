package io.eidolon.training.data;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.BufferedInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.eidolon.image.Picture;
import io.eidolon.image.PictureDecoder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The decoded pictures of one set at one size, in a file of raw samples, so that the
 * second start need not decode them. The file is named by all that its content depends
 * on, so that a changed set is decoded anew; it is renamed into place when it is whole.
 *
 * <pre>
 * magic u64 | count of pictures u32 | then for each: whether it could be decoded u8, its samples
 * </pre>
 */
final class DecodedCache {

	private static final Logger logger = LoggerFactory.getLogger(DecodedCache.class);

	private static final long MAGIC = 0x4549_444F_4C4F_4E31L; // EIDOLON1

	private final Path file;

	private final int count;

	private final PictureDecoder decoder;

	/**
	 * Names the file of a set.
	 * @param folder where such files are kept
	 */
	DecodedCache(Path folder, PictureSource source, PictureDecoder decoder) throws IOException {
		String key = Stamp.hash("%s %d %s".formatted(source.stamp(), source.size(), decoder));
		this.file = folder.resolve(key.substring(0, 32) + ".pictures");
		this.count = source.size();
		this.decoder = decoder;
	}

	/**
	 * Returns the pictures, an empty one for each that is broken, where they are kept.
	 */
	Optional<List<Optional<Picture>>> read() {
		if (!Files.exists(this.file)) {
			return Optional.empty();
		}
		try (DataInputStream in = new DataInputStream(
				new BufferedInputStream(Files.newInputStream(this.file), 1 << 16))) {
			if (in.readLong() != MAGIC || in.readInt() != this.count) {
				throw new IOException("it is of another kind");
			}
			List<Optional<Picture>> pictures = new ArrayList<>(this.count);
			for (int i = 0; i < this.count; i++) {
				pictures.add(in.readBoolean() ? Optional.of(picture(in)) : Optional.empty());
			}
			return Optional.of(pictures);
		}
		catch (IOException ex) {
			logger.warn("The decoded pictures in {} cannot be used, and are made anew: {}", this.file, ex.toString());
			return Optional.empty();
		}
	}

	private Picture picture(DataInputStream in) throws IOException {
		byte[] samples = new byte[this.decoder.width() * this.decoder.height() * this.decoder.channels()];
		in.readFully(samples);
		return new Picture(this.decoder.width(), this.decoder.height(), this.decoder.channels(), samples);
	}

	/** Keeps pictures. When there is no room, training goes on without. */
	void write(List<Optional<Picture>> pictures) {
		Path folder = this.file.toAbsolutePath().getParent();
		Path temporary = this.file.resolveSibling(this.file.getFileName() + ".tmp" + ProcessHandle.current().pid());
		try {
			Files.createDirectories(folder);
			try (DataOutputStream out = new DataOutputStream(
					new BufferedOutputStream(Files.newOutputStream(temporary), 1 << 16))) {
				out.writeLong(MAGIC);
				out.writeInt(this.count);
				for (Optional<Picture> picture : pictures) {
					out.writeBoolean(picture.isPresent());
					if (picture.isPresent()) {
						out.write(picture.get().samples());
					}
				}
			}
			Files.move(temporary, this.file, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			logger.warn("The decoded pictures are not kept in {}: {}", this.file, ex.toString());
			discard(temporary);
		}
	}

	private static void discard(Path file) {
		try {
			Files.deleteIfExists(file);
		}
		catch (IOException ex) {
			logger.debug("Deleting {} failed", file, ex);
		}
	}

}
