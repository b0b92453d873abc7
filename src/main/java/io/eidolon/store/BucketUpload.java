package io.eidolon.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/**
 * A file whose bytes a store has, but which is not to be seen yet. Closing it unfinished
 * removes it; an upload whose process ends before that
 * {@link Bucket#removeUnfinished(java.time.Instant)} finds.
 */
public final class BucketUpload implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(BucketUpload.class);

	/** Held in memory; a store takes at least 5 MiB at a time, and 10,000 of them. */
	private static final int PART_BYTES = 8 << 20;

	private final Bucket bucket;

	private final String key;

	private final String id;

	private final List<CompletedPart> parts = new ArrayList<>();

	private boolean finished;

	private BucketUpload(Bucket bucket, String key, String id) {
		this.bucket = bucket;
		this.key = key;
		this.id = id;
	}

	static BucketUpload of(Bucket bucket, Path file, String key, String sha256) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			BucketUpload upload = new BucketUpload(bucket, key, bucket.client()
				.createMultipartUpload(
						(request) -> request.bucket(bucket.name()).key(key).metadata(Map.of(Bucket.SHA256, sha256)))
				.uploadId());
			upload.send(in);
			return upload;
		}
		catch (SdkException ex) {
			throw bucket.failure(ex);
		}
	}

	private void send(InputStream in) throws IOException {
		try {
			for (byte[] part = in.readNBytes(PART_BYTES); part.length > 0; part = in.readNBytes(PART_BYTES)) {
				this.parts.add(send(this.parts.size() + 1, RequestBody.fromBytes(part)));
			}
		}
		catch (RuntimeException | IOException ex) {
			close();
			throw ex;
		}
	}

	private CompletedPart send(int number, RequestBody part) {
		UploadPartResponse answer = this.bucket.client()
			.uploadPart(
					(request) -> request.bucket(this.bucket.name()).key(this.key).uploadId(this.id).partNumber(number),
					part);
		return CompletedPart.builder()
			.partNumber(number)
			.eTag(answer.eTag())
			.checksumCRC32(answer.checksumCRC32())
			.build();
	}

	/**
	 * Gives the file its name, in place of any that had it.
	 * @throws IOException when the store cannot be reached, or refuses
	 */
	public void finish() throws IOException {
		try {
			this.bucket.client()
				.completeMultipartUpload((request) -> request.bucket(this.bucket.name())
					.key(this.key)
					.uploadId(this.id)
					.multipartUpload((upload) -> upload.parts(this.parts)));
			this.finished = true;
		}
		catch (SdkException ex) {
			throw this.bucket.failure(ex);
		}
	}

	@Override
	public void close() {
		if (this.finished) {
			return;
		}
		try {
			this.bucket.abort(this.key, this.id);
		}
		catch (SdkException ex) {
			logger.debug("An upload stays until it is removed as unfinished", ex);
		}
	}

}
