package io.eidolon.training.data;

import java.io.IOException;
import java.util.List;

import io.eidolon.image.Picture;
import io.eidolon.image.PictureDecoder;
import io.eidolon.training.data.files.PassedOver;
import io.eidolon.training.data.files.StoredFile;

/**
 * Where training pictures are read from. Reading is safe from several threads.
 */
public sealed interface PictureSource extends AutoCloseable permits ArraySource, FileSource {

	/** The number of pictures, broken ones included. */
	int size();

	/** What a person knows the picture by: its path below the folder, if there is one. */
	String describe(int index);

	/**
	 * Decodes one picture.
	 * @throws IOException when the picture is broken
	 */
	Picture decode(int index, PictureDecoder decoder) throws IOException;

	/**
	 * Reads the header of one picture, without decoding it.
	 * @throws IOException when it is none
	 */
	Summary summary(int index) throws IOException;

	/** The index into {@link #classes()}, 0 when the set has no labels. */
	int label(int index);

	/** The files beside the pictures, such as tables. */
	default List<StoredFile> others() {
		return List.of();
	}

	/** What is not trained on. */
	default PassedOver passedOver() {
		return new PassedOver();
	}

	/** The names of the labels, empty when the set has none. */
	List<String> classes();

	/** The number of channels that the pictures are stored with, 1 or 3. */
	int channels();

	/** A text that changes when the pictures, their files or their order do. */
	String stamp();

	/** A text that changes when the pictures or their order do, wherever they are. */
	String contents();

	@Override
	default void close() {
	}

	/**
	 * What is known of a picture before it is decoded.
	 *
	 * @param width pixels of a row
	 * @param height pixels of a column
	 * @param hash the same for pictures of the same bytes
	 */
	record Summary(int width, int height, int hash) {

	}

}
