package io.eidolon.training.data;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where training pictures are read from. Reading is safe from several threads.
 */
public sealed interface PictureSource extends AutoCloseable permits IdxSource, CifarSource, LsunSource, EncodedSource {

	/** The number of pictures, broken ones included. */
	int size();

	/** What a person knows the picture by: its path below the folder, if there is one. */
	String describe(int index);

	/**
	 * Decodes one picture.
	 * @throws IOException when the picture is broken
	 */
	BufferedImage read(int index) throws IOException;

	/** The index into {@link #classes()}, 0 when the set has no labels. */
	int label(int index);

	/** The folder that the pictures are in as files, which a ZIP file has as well. */
	default Optional<Path> folder() {
		return Optional.empty();
	}

	/** The names of the labels, empty when the set has none. */
	List<String> classes();

	/**
	 * The names of the labels, by other names where some are given.
	 * @param path what errors call the source
	 */
	default List<String> classes(Path path, List<String> names) {
		if (!names.isEmpty() && names.size() != classes().size()) {
			throw new DataException("%s has %s classes, but class-names has %s: %s".formatted(path, classes().size(),
					names.size(), names));
		}
		return names.isEmpty() ? classes() : names;
	}

	/** The number of channels that the pictures are stored with, 1 or 3. */
	int channels();

	/**
	 * A text that changes when the pictures or their order do.
	 * @throws IOException when their files cannot be looked at
	 */
	String stamp() throws IOException;

	@Override
	default void close() {
	}

}
