package io.eidolon.jobs;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import io.eidolon.store.Bucket;
import io.eidolon.store.S3Access;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.Resource;

/**
 * Where the results of jobs are kept, those of each below its id. A file is written on
 * this machine first, then brought to where it is kept, and gets its name when it is
 * complete.
 */
sealed interface Results extends AutoCloseable permits ResultFolder, ResultBucket {

	/** What was not written to for so long was left. */
	Duration LONGEST_PAUSE_OF_WRITERS = Duration.ofHours(1);

	/**
	 * Opens the place that a setting names.
	 * @param place such as s3://bucket/prefix; the folder itself when it is no such
	 * @param folder where files are written first
	 * @throws IOException when the folder cannot be created
	 * @throws IllegalArgumentException when it names no bucket
	 */
	static Results open(String setting, String place, Path folder, S3Access access) throws IOException {
		Optional<Bucket> bucket = Bucket.open(setting, place, access);
		return bucket.isPresent() ? new ResultBucket(bucket.get(), folder) : new ResultFolder(folder);
	}

	/** A file on this machine that is to be written, which is not there yet. */
	Path newFile() throws IOException;

	/**
	 * Brings a complete file of a job to where it is kept.
	 * @param name the name that it is to get
	 * @param sha256 its SHA-256 sum, in hexadecimal
	 */
	Unnamed bring(Path file, String job, String name, String sha256) throws IOException;

	/** Brings a complete file of a job to where it is kept, under its name. */
	default void publish(Path file, String job, String name, String sha256) throws IOException {
		try (Unnamed unnamed = bring(file, job, name, sha256)) {
			unnamed.name();
		}
	}

	/**
	 * A shard that is there already, empty when it is not.
	 * @param job the job whose it is
	 */
	Optional<StoredShard> find(Job job, Shard shard) throws IOException;

	/** A file of a job, empty when it is not there. */
	Optional<Resource> read(String job, String name) throws IOException;

	/** The names of the files of a job that are there. */
	Set<String> names(String job) throws IOException;

	/** Removes the files of a job. */
	void remove(String job) throws IOException;

	/** Removes what was begun before a time and never finished. */
	void removeAbandoned(Instant time) throws IOException;

	/** How many bytes there is room for. */
	long free() throws IOException;

	/**
	 * Where others than the service find the files of a job, null when that is nobody's
	 * business.
	 */
	@Nullable String location(String job);

	@Override
	void close();

	/** A file that is where it is kept, but has no name yet. Closing it removes it. */
	interface Unnamed extends AutoCloseable {

		/** Gives it its name, in place of any that had it. */
		void name() throws IOException;

		@Override
		void close() throws IOException;

	}

}
