package io.eidolon.training.quality;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.eidolon.image.Picture;
import io.eidolon.modelcard.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the features of real pictures between runs. A file is named by a hash of the
 * space and of the pictures themselves, so that it cannot be out of date.
 *
 * <pre>
 * count u32 | dimension u32 | count x dimension floats
 * </pre>
 */
final class FeatureCache {

	private static final Logger logger = LoggerFactory.getLogger(FeatureCache.class);

	private static final String SUFFIX = ".features";

	private static final long MAX_BYTES = 512L << 20;

	private final Path folder;

	FeatureCache(Path folder) {
		this.folder = folder;
	}

	/**
	 * The name of the features of some pictures.
	 * @param space all that their values depend on beside the pictures
	 */
	static String key(String space, List<Picture> pictures) {
		MessageDigest digest = Sha256.newDigest();
		digest.update(space.getBytes(StandardCharsets.UTF_8));
		for (Picture picture : pictures) {
			digest.update("%sx%sx%s".formatted(picture.width(), picture.height(), picture.channels())
				.getBytes(StandardCharsets.UTF_8));
			digest.update(picture.samples());
		}
		return Sha256.hex(digest).substring(0, 32);
	}

	Optional<Features> read(String key) {
		Path file = this.folder.resolve(key + SUFFIX);
		if (!Files.exists(file)) {
			return Optional.empty();
		}
		try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
			int count = in.readInt();
			int dimension = in.readInt();
			float[] values = new float[Math.multiplyExact(count, dimension)];
			for (int i = 0; i < values.length; i++) {
				values[i] = in.readFloat();
			}
			return Optional.of(new Features(count, dimension, values));
		}
		catch (IOException ex) {
			logger.warn("The features in {} cannot be read, and are computed again: {}", file, ex.toString());
			return Optional.empty();
		}
	}

	/** Keeps features; where there is no room, the next run computes them again. */
	void write(String key, Features features) {
		Path temporary = this.folder.resolve(key + ".tmp" + ProcessHandle.current().pid());
		try {
			Files.createDirectories(this.folder);
			try (DataOutputStream out = new DataOutputStream(
					new BufferedOutputStream(Files.newOutputStream(temporary), 1 << 16))) {
				out.writeInt(features.count());
				out.writeInt(features.dimension());
				for (float value : features.values()) {
					out.writeFloat(value);
				}
			}
			Files.move(temporary, this.folder.resolve(key + SUFFIX), StandardCopyOption.ATOMIC_MOVE);
			deleteOldest();
		}
		catch (IOException ex) {
			logger.warn("Features are not kept in {}: {}", this.folder, ex.toString());
		}
	}

	private void deleteOldest() throws IOException {
		List<Path> files = new ArrayList<>();
		try (Stream<Path> all = Files.list(this.folder)) {
			all.filter((file) -> file.toString().endsWith(SUFFIX)).forEach(files::add);
		}
		files.sort(Comparator.comparing((Path file) -> file.toFile().lastModified()).reversed());
		long bytes = 0;
		for (Path file : files) {
			bytes += Files.size(file);
			if (bytes > MAX_BYTES) {
				Files.delete(file);
			}
		}
	}

}
