package io.eidolon.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DuplicateKeyException;

/**
 * Makes a shard part of its job, once: its file gets its name in the transaction that
 * notes it. Of two replicas that have generated the same shard the second finds it noted;
 * one that ends between the two leaves a file that the next one replaces.
 */
final class ShardRecord {

	private static final Logger logger = LoggerFactory.getLogger(ShardRecord.class);

	private final JobDatabase database;

	private final JobTable jobs;

	private final ShardTable shards;

	private final ResultFolder results;

	private final String software;

	private final InstantSource clock;

	private final JobEnd end;

	/**
	 * Creates it.
	 * @param software what generates the pictures
	 * @param end hears of jobs that are over, within the transaction
	 */
	ShardRecord(JobDatabase database, JobTable jobs, ShardTable shards, ResultFolder results, String software,
			InstantSource clock, JobEnd end) {
		this.database = database;
		this.jobs = jobs;
		this.shards = shards;
		this.results = results;
		this.software = software;
		this.clock = clock;
		this.end = end;
	}

	/** Adds a shard, unless it is there or the job does not run any more. */
	void add(Job job, Shard shard, StoredShard stored, PartitionName partition, Path file) {
		try {
			this.database.inTransaction(() -> {
				this.shards.add(job.id(), stored);
				if (!this.jobs.add(job.id(), shard.count())) {
					throw new JobEndedException();
				}
				this.jobs.progress(job.id(), partition.number(), 0);
				publish(job, file, stored.file());
				finishIfComplete(job);
				return stored;
			});
		}
		catch (DuplicateKeyException ex) {
			logger.info("Shard {} of job {} was generated twice; this one is dropped", shard.number(), job.id());
		}
		catch (JobEndedException ex) {
			logger.info("Job {} does not run any more; its shard {} is dropped", job.id(), shard.number());
		}
	}

	private void finishIfComplete(Job job) {
		if (this.jobs.done(job.id()) < job.request().total()) {
			return;
		}
		List<StoredShard> all = this.shards.of(job.id());
		publish(job, manifest(job, all), JobManifest.FILE);
		this.jobs.finish(job.id(), JobState.DONE, null, this.clock.instant());
		this.end.over(job);
	}

	private Path manifest(Job job, List<StoredShard> shards) {
		try {
			return Files.write(this.results.newFile(), JobManifest.of(job, shards, this.software).bytes());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void publish(Job job, Path file, String name) {
		try {
			this.results.publish(file, job.id(), name);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Hears that a job is over. */
	@FunctionalInterface
	interface JobEnd {

		void over(Job job);

	}

	private static final class JobEndedException extends RuntimeException {

	}

}
