package io.eidolon.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

import io.eidolon.modelcard.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DuplicateKeyException;

/**
 * Makes a shard part of its job, once: its file, which is where it is kept by then, gets
 * its name in the transaction that notes it. Of two replicas that have generated the same
 * shard the second finds it noted; one that ends between the two leaves a file that the
 * next one replaces.
 */
final class ShardRecord {

	private static final Logger logger = LoggerFactory.getLogger(ShardRecord.class);

	private final JobDatabase database;

	private final JobTable jobs;

	private final ShardTable shards;

	private final Results results;

	private final String software;

	private final InstantSource clock;

	private final JobEnd end;

	/**
	 * Creates it.
	 * @param software what generates the pictures
	 * @param end hears of jobs that are over, within the transaction
	 */
	ShardRecord(JobDatabase database, JobTable jobs, ShardTable shards, Results results, String software,
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
	void add(Job job, Shard shard, StoredShard stored, PartitionName partition, Results.Unnamed file) {
		try {
			this.database.inTransaction(() -> {
				this.shards.add(job.id(), stored);
				// Before the row of the job is locked: a store may take its time.
				name(file);
				if (!this.jobs.add(job.id(), shard.count())) {
					throw new JobEndedException();
				}
				this.jobs.progress(job.id(), partition.number(), 0);
				finishIfComplete(job);
				return stored;
			});
		}
		catch (DuplicateKeyException ex) {
			logger.info("Shard {} of job {} was generated twice; this one is dropped", shard.number(), job.id());
		}
		catch (JobEndedException ex) {
			logger.info("Job {} does not run any more; its shard {} is dropped", job.id(), shard.number());
			removeIfCancelled(job.id());
		}
	}

	/** Who cancelled it may have removed its results before the file got its name. */
	private void removeIfCancelled(String id) {
		if (this.jobs.find(id).filter((job) -> job.state() != JobState.CANCELLED).isPresent()) {
			return;
		}
		try {
			this.results.remove(id);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void finishIfComplete(Job job) {
		if (this.jobs.done(job.id()) < job.request().total()) {
			return;
		}
		List<StoredShard> all = this.shards.of(job.id());
		List<String> gone = gone(job, all);
		if (gone.isEmpty()) {
			publishManifest(job, all);
			this.jobs.finish(job.id(), JobState.DONE, null, this.clock.instant());
		}
		else {
			this.jobs.finish(job.id(), JobState.FAILED,
					"%s archives are gone from where results are kept, such as %s: ask for the job again"
						.formatted(gone.size(), gone.getFirst()),
					this.clock.instant());
		}
		this.end.over(job);
	}

	/** The archives that somebody has removed meanwhile. */
	private List<String> gone(Job job, List<StoredShard> all) {
		try {
			Set<String> names = this.results.names(job.id());
			return all.stream().map(StoredShard::file).filter((file) -> !names.contains(file)).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void publishManifest(Job job, List<StoredShard> shards) {
		byte[] manifest = JobManifest.of(job, shards, this.software).bytes();
		try {
			this.results.publish(Files.write(this.results.newFile(), manifest), job.id(), JobManifest.FILE,
					Sha256.hex(manifest));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void name(Results.Unnamed file) {
		try {
			file.name();
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
