package io.eidolon.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A bucket of S3, or of a store that speaks like it. */
final class S3Store implements ObjectStore {

	private final S3Client client;

	private final BucketPrefix place;

	/** Takes over the client, and closes it. */
	S3Store(S3Client client, BucketPrefix place) {
		this.client = client;
		this.place = place;
	}

	@Override
	public List<StoredObject> list() throws IOException {
		try {
			return this.client
				.listObjectsV2Paginator((request) -> request.bucket(this.place.bucket()).prefix(this.place.prefix()))
				.contents()
				.stream()
				.map(this::stored)
				.toList();
		}
		catch (SdkException ex) {
			throw unavailable(ex);
		}
	}

	private StoredObject stored(S3Object object) {
		return new StoredObject(object.key().substring(this.place.prefix().length()), object.size(), object.eTag());
	}

	@Override
	public void fetch(StoredObject object, Path file) throws IOException {
		try {
			// The client holds what comes against the checksum that the store keeps of it
			this.client.getObject((request) -> request.bucket(this.place.bucket())
				.key(this.place.prefix() + object.path())
				.ifMatch(object.tag()), file);
		}
		catch (SdkException ex) {
			throw unavailable(ex);
		}
	}

	private IOException unavailable(SdkException ex) {
		return this.place.failure("read", ex);
	}

	@Override
	public void close() {
		this.client.close();
	}

}
