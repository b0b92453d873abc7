package io.eidolon.store;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A place in an object store: s3://bucket/prefix.
 *
 * @param bucket the name of the bucket
 * @param prefix what the keys of all models start with: empty, or ending in a slash
 */
record BucketPrefix(String bucket, String prefix) {

	private static final String SCHEME = "s3://";

	/**
	 * Reads a place in an object store; empty for a folder on this machine.
	 * @throws IllegalArgumentException when it names no bucket
	 */
	static Optional<BucketPrefix> parse(String path) {
		if (!path.startsWith(SCHEME)) {
			return Optional.empty();
		}
		String rest = path.substring(SCHEME.length());
		int slash = rest.indexOf('/');
		String bucket = (slash < 0) ? rest : rest.substring(0, slash);
		if (bucket.isEmpty() || URI.create(path).getRawQuery() != null) {
			throw new IllegalArgumentException(
					"eidolon.models.path (%s) must be a folder, or s3://bucket/prefix".formatted(path));
		}
		String prefix = (slash < 0) ? "" : rest.substring(slash + 1);
		return Optional.of(new BucketPrefix(bucket, prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/"));
	}

	/** The folder of this place below the one of all places. */
	Path below(Path folder) {
		return folder.resolve(this.bucket).resolve(this.prefix);
	}

	@Override
	public String toString() {
		return SCHEME + this.bucket + "/" + this.prefix;
	}

}
