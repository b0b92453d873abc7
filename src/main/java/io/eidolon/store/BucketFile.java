package io.eidolon.store;

import java.io.InputStream;

/**
 * A file that a store has.
 *
 * @param bucket the place that has it
 * @param name its name there
 * @param bytes its size
 * @param sha256 its SHA-256 sum as it was uploaded with, in hexadecimal; empty when
 * somebody else has put it there
 */
public record BucketFile(Bucket bucket, String name, long bytes, String sha256) {

	/** Reads it, from where a first skip leads to: what is skipped is not fetched. */
	public InputStream read() {
		return new BucketFileStream(this);
	}

}
