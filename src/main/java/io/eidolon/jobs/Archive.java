package io.eidolon.jobs;

import java.io.IOException;
import java.io.OutputStream;

/** What the pictures of a shard are packed in. */
public enum Archive {

	/**
	 * A shard of WebDataset: a tar archive in which files of one name and different
	 * extensions belong together.
	 */
	TAR("tar", "application/x-tar") {

		@Override
		ArchiveWriter write(OutputStream out) {
			return new TarWriter(out);
		}

	},

	/** A zip archive of the same files. */
	ZIP("zip", "application/zip") {

		@Override
		ArchiveWriter write(OutputStream out) {
			return new ZipWriter(out);
		}

	};

	private final String extension;

	private final String mediaType;

	Archive(String extension, String mediaType) {
		this.extension = extension;
		this.mediaType = mediaType;
	}

	/** The file name extension without its dot. */
	public String extension() {
		return this.extension;
	}

	/** The media type, such as {@code application/zip}. */
	public String mediaType() {
		return this.mediaType;
	}

	/** Begins an archive, which closes the stream when it is closed. */
	abstract ArchiveWriter write(OutputStream out) throws IOException;

}
