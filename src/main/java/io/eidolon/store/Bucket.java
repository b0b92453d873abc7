package io.eidolon.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.paginators.ListObjectsV2Iterable;

/** A place in an object store that files are written to and read from. */
public final class Bucket implements AutoCloseable {

	/** The metadata that holds the SHA-256 sum of a file, in hexadecimal. */
	static final String SHA256 = "sha256";

	private final S3Client client;

	private final BucketPrefix place;

	Bucket(S3Client client, BucketPrefix place) {
		this.client = client;
		this.place = place;
	}

	/**
	 * Opens a place in an object store; empty for a folder on this machine.
	 * @param setting that says where it is
	 * @param place such as s3://bucket/prefix
	 * @throws IllegalArgumentException when it names no bucket
	 */
	public static Optional<Bucket> open(String setting, String place, S3Access access) {
		return BucketPrefix.parse(setting, place).map((prefix) -> new Bucket(access.client(), prefix));
	}

	/** Whether a setting means an object store, and no folder on this machine. */
	public static boolean isMeant(String place) {
		return place.startsWith(BucketPrefix.SCHEME);
	}

	/**
	 * Uploads a file, which is not to be seen before {@link BucketUpload#finish()}.
	 * @param sha256 its SHA-256 sum, in hexadecimal
	 * @throws IOException when the store cannot be reached, or refuses
	 */
	public BucketUpload upload(Path file, String name, String sha256) throws IOException {
		return BucketUpload.of(this, file, key(name), sha256);
	}

	/**
	 * Looks at a file, empty when it is not there.
	 * @throws IOException when the store cannot be reached, or refuses
	 */
	public Optional<BucketFile> find(String name) throws IOException {
		try {
			HeadObjectResponse head = this.client
				.headObject((request) -> request.bucket(this.place.bucket()).key(key(name)));
			return Optional
				.of(new BucketFile(this, name, head.contentLength(), head.metadata().getOrDefault(SHA256, "")));
		}
		catch (NoSuchKeyException ex) {
			return Optional.empty();
		}
		catch (SdkException ex) {
			throw failure(ex);
		}
	}

	InputStream read(String name, long from) throws IOException {
		try {
			return this.client.getObject(
					(request) -> request.bucket(this.place.bucket()).key(key(name)).range("bytes=%s-".formatted(from)));
		}
		catch (SdkException ex) {
			throw failure(ex);
		}
	}

	/**
	 * What comes after the beginning in the names of all files that begin so.
	 * @throws IOException when the store cannot be reached, or refuses
	 */
	public Set<String> names(String beginning) throws IOException {
		try {
			return objects(beginning).contents()
				.stream()
				.map((object) -> object.key().substring(key(beginning).length()))
				.collect(Collectors.toSet());
		}
		catch (SdkException ex) {
			throw failure(ex);
		}
	}

	private ListObjectsV2Iterable objects(String beginning) {
		return this.client
			.listObjectsV2Paginator((request) -> request.bucket(this.place.bucket()).prefix(key(beginning)));
	}

	/**
	 * Removes all files whose names begin so.
	 * @throws IOException when the store cannot be reached, or refuses
	 */
	public void removeAll(String beginning) throws IOException {
		try {
			objects(beginning).forEach((page) -> remove(page.contents()));
		}
		catch (SdkException ex) {
			throw failure(ex);
		}
	}

	private void remove(List<S3Object> objects) {
		// One by one: stores other than AWS's own differ in how they take many at once.
		objects.forEach((object) -> this.client
			.deleteObject((request) -> request.bucket(this.place.bucket()).key(object.key())));
	}

	/**
	 * Removes what was uploaded and not finished, and was begun before a time.
	 * @throws IOException when the store cannot be reached, or refuses
	 */
	public void removeUnfinished(Instant time) throws IOException {
		try {
			this.client
				.listMultipartUploadsPaginator(
						(request) -> request.bucket(this.place.bucket()).prefix(this.place.prefix()))
				.uploads()
				.stream()
				.filter((upload) -> upload.initiated().isBefore(time))
				.forEach((upload) -> abort(upload.key(), upload.uploadId()));
		}
		catch (SdkException ex) {
			throw failure(ex);
		}
	}

	void abort(String key, String upload) {
		this.client.abortMultipartUpload((request) -> request.bucket(this.place.bucket()).key(key).uploadId(upload));
	}

	S3Client client() {
		return this.client;
	}

	String name() {
		return this.place.bucket();
	}

	private String key(String name) {
		return this.place.prefix() + name;
	}

	IOException failure(SdkException ex) {
		return this.place.failure("reached", ex);
	}

	/** Where it is, such as s3://bucket/prefix/. */
	@Override
	public String toString() {
		return this.place.toString();
	}

	@Override
	public void close() {
		this.client.close();
	}

}
