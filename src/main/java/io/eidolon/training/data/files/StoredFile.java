package io.eidolon.training.data.files;

import java.io.IOException;
import java.text.Normalizer;
import java.util.Locale;

/**
 * A file in a folder or an archive.
 *
 * @param path its path below the folder, with slashes and composed characters (NFC)
 * @param extension what its name ends with, in lower case, empty for none
 * @param size in bytes
 * @param modified the time of its last change in milliseconds
 * @param content reads it
 */
public record StoredFile(String path, String extension, long size, long modified, Content content) {

	/** Larger files are no pictures, and no tables of them. */
	private static final long MOST_BYTES = 1L << 30;

	/** A file whose extension is part of its name. */
	static StoredFile named(String path, long size, long modified, Content content) {
		String composed = Normalizer.normalize(path, Normalizer.Form.NFC);
		return new StoredFile(composed, extension(composed), size, modified, content);
	}

	private static String extension(String path) {
		String name = path.substring(path.lastIndexOf('/') + 1);
		int dot = name.lastIndexOf('.');
		return (dot <= 0) ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
	}

	/** The same file with its path below a folder. */
	StoredFile below(String folder) {
		return new StoredFile(folder + '/' + this.path, this.extension, this.size, this.modified, this.content);
	}

	/** The last part of its path. */
	public String name() {
		return this.path.substring(this.path.lastIndexOf('/') + 1);
	}

	/** Its path without the extension. */
	public String stem() {
		return (this.extension.isEmpty() || !name().contains(".")) ? this.path
				: this.path.substring(0, this.path.lastIndexOf('.'));
	}

	/** The path of its folder, empty for the top one. */
	public String folder() {
		return this.path.substring(0, Math.max(0, this.path.lastIndexOf('/')));
	}

	/**
	 * Reads it.
	 * @throws IOException when it cannot be read, or is larger than any picture
	 */
	public byte[] read() throws IOException {
		if (this.size > MOST_BYTES) {
			throw new IOException("is larger than %s MB".formatted(MOST_BYTES >> 20));
		}
		return this.content.read();
	}

	/** What tells it from another version of the same file. */
	public String stamp() {
		return this.path + '\n' + this.size + '\n' + this.modified + '\n';
	}

	/** Reads the bytes of a file. Safe from several threads. */
	@FunctionalInterface
	public interface Content {

		byte[] read() throws IOException;

	}

}
