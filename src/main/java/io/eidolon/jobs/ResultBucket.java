package io.eidolon.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import io.eidolon.store.Bucket;
import io.eidolon.store.BucketUpload;

import org.springframework.core.io.Resource;

/**
 * A place in an object store. A file is uploaded in parts, which the store joins as it
 * gets its name: before that there is nothing to be seen of it.
 */
final class ResultBucket implements Results {

	private final Bucket bucket;

	private final WorkFolder work;

	/**
	 * Takes over the bucket, and closes it.
	 * @param folder where files are written before they are uploaded
	 * @throws IOException when the folder cannot be created
	 */
	ResultBucket(Bucket bucket, Path folder) throws IOException {
		this.bucket = bucket;
		this.work = new WorkFolder(folder);
	}

	@Override
	public Path newFile() throws IOException {
		return this.work.newFile();
	}

	@Override
	public Unnamed bring(Path file, String job, String name, String sha256) throws IOException {
		BucketUpload upload = this.bucket.upload(file, key(job, name), sha256);
		return new Unnamed() {

			@Override
			public void name() throws IOException {
				upload.finish();
			}

			@Override
			public void close() throws IOException {
				upload.close();
				Files.deleteIfExists(file);
			}

		};
	}

	// The files of a range lie where it says, without an id.
	private static String key(String job, String name) {
		return job.isEmpty() ? name : job + "/" + name;
	}

	@Override
	public Optional<StoredShard> find(Job job, Shard shard) throws IOException {
		String name = shard.file(job.request().archive());
		return this.bucket.find(key(job.id(), name))
			.filter((file) -> !file.sha256().isEmpty())
			.map((file) -> new StoredShard(shard.number(), name, file.bytes(), file.sha256()));
	}

	@Override
	public Optional<Resource> read(String job, String name) throws IOException {
		return this.bucket.find(key(job, name)).map(BucketResource::new);
	}

	@Override
	public Set<String> names(String job) throws IOException {
		return this.bucket.names(key(job, ""));
	}

	@Override
	public void remove(String job) throws IOException {
		this.bucket.removeAll(key(job, ""));
	}

	@Override
	public void removeAbandoned(Instant time) throws IOException {
		this.work.removeAbandoned(time);
		this.bucket.removeUnfinished(time);
	}

	@Override
	public long free() {
		return Long.MAX_VALUE;
	}

	@Override
	public String location(String job) {
		return this.bucket + key(job, "");
	}

	@Override
	public void close() {
		this.bucket.close();
	}

}
