package io.eidolon.training.data;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;

/**
 * Where training pictures are read from. Reading is safe from several threads.
 */
public sealed interface PictureSource extends AutoCloseable permits IdxSource, CifarSource, LsunSource, EncodedSource {

	/** The number of pictures, broken ones included. */
	int size();

	/** What a person knows the picture by. */
	String describe(int index);

	/**
	 * Decodes one picture.
	 * @throws IOException when the picture is broken
	 */
	BufferedImage read(int index) throws IOException;

	/** The index into {@link #classes()}, 0 when the set has no labels. */
	int label(int index);

	/** The names of the labels, empty when the set has none. */
	List<String> classes();

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
