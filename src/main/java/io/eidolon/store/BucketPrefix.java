package io.eidolon.store;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

import software.amazon.awssdk.core.exception.SdkException;

/**
 * A place in an object store: s3://bucket/prefix.
 *
 * @param bucket the name of the bucket
 * @param prefix what all keys start with: empty, or ending in a slash
 */
record BucketPrefix(String bucket, String prefix) {

	static final String SCHEME = "s3://";

	/**
	 * Reads a place in an object store; empty for a folder on this machine.
	 * @param setting that says where it is
	 * @throws IllegalArgumentException when it names no bucket
	 */
	static Optional<BucketPrefix> parse(String setting, String path) {
		if (!path.startsWith(SCHEME)) {
			return Optional.empty();
		}
		String rest = path.substring(SCHEME.length());
		int slash = rest.indexOf('/');
		String bucket = (slash < 0) ? rest : rest.substring(0, slash);
		if (bucket.isEmpty() || URI.create(path).getRawQuery() != null) {
			throw new IllegalArgumentException(
					"%s (%s) must be a folder, or s3://bucket/prefix".formatted(setting, path));
		}
		String prefix = (slash < 0) ? "" : rest.substring(slash + 1);
		return Optional.of(new BucketPrefix(bucket, prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/"));
	}

	/** The folder of this place below the one of all places. */
	Path below(Path folder) {
		return folder.resolve(this.bucket).resolve(this.prefix);
	}

	/**
	 * What is told of a call that failed.
	 * @param done what could not be done, such as read
	 */
	IOException failure(String done, SdkException ex) {
		return new IOException("%s cannot be %s: %s".formatted(this, done,
				String.valueOf(ex.getMessage()).lines().findFirst().orElse(ex.getClass().getSimpleName())), ex);
	}

	@Override
	public String toString() {
		return SCHEME + this.bucket + "/" + this.prefix;
	}

}
