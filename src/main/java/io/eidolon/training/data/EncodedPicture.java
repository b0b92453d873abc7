package io.eidolon.training.data;

import java.io.IOException;
import java.util.Arrays;

import io.eidolon.image.Picture;
import io.eidolon.image.PictureDecoder;
import io.eidolon.image.PictureFile;
import io.eidolon.image.UnreadablePictureException;

/** Reads the bytes of a picture's file, as the service reads them. */
final class EncodedPicture {

	/** Larger pictures are left out. */
	static final long MOST_PIXELS = 100_000_000;

	private EncodedPicture() {
	}

	/**
	 * Decodes a picture.
	 * @throws IOException when it is broken, or too large
	 */
	static Picture decode(byte[] bytes, PictureDecoder decoder) throws IOException {
		try {
			PictureFile file = PictureFile.of(bytes, MOST_PIXELS);
			long most = Runtime.getRuntime().maxMemory() / (2L * Runtime.getRuntime().availableProcessors());
			if (file.memory(decoder) > most) {
				throw new IOException(
						"decoding it takes %s MB, more than %s MB".formatted(file.memory(decoder) >> 20, most >> 20));
			}
			return file.decode(decoder);
		}
		catch (UnreadablePictureException ex) {
			throw new IOException(ex.getMessage(), ex);
		}
	}

	/** Reads the header of a picture. */
	static PictureSource.Summary summary(byte[] bytes) throws IOException {
		try {
			PictureFile file = PictureFile.of(bytes, Long.MAX_VALUE);
			return new PictureSource.Summary(file.width(), file.height(), Arrays.hashCode(bytes));
		}
		catch (UnreadablePictureException ex) {
			throw new IOException(ex.getMessage(), ex);
		}
	}

}
