package io.eidolon.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

import io.eidolon.serving.ClientGoneException;

/**
 * Generates the shards of a partition one after the other, until there are no more, the
 * job does not run any more, or others should have their turn.
 */
final class PartitionRun {

	/** After which time other partitions have their turn. */
	private static final Duration TURN = Duration.ofSeconds(20);

	private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(1);

	private final JobTable jobs;

	private final ShardTable shards;

	private final ShardWriter writer;

	private final ShardRecord record;

	private final ResultFolder results;

	private final InstantSource clock;

	PartitionRun(JobTable jobs, ShardTable shards, ShardWriter writer, ShardRecord record, ResultFolder results,
			InstantSource clock) {
		this.jobs = jobs;
		this.shards = shards;
		this.writer = writer;
		this.record = record;
		this.results = results;
		this.clock = clock;
	}

	/**
	 * Generates shards.
	 * @param stopping whether the service stops; asked by many threads
	 * @return whether there is more to do later
	 */
	boolean run(PartitionName partition, BooleanSupplier stopping) {
		long end = System.nanoTime() + TURN.toNanos();
		while (true) {
			Job job = this.jobs.find(partition.job()).orElse(null);
			if (job == null || job.state().isFinal()) {
				return false;
			}
			Optional<Shard> shard = partition.next(job, this.shards.of(partition));
			if (shard.isEmpty()) {
				return false;
			}
			if (stopping.getAsBoolean() || System.nanoTime() - end > 0) {
				return true;
			}
			this.jobs.start(job.id(), this.clock.instant());
			generate(job, shard.get(), partition, stopping);
		}
	}

	private void generate(Job job, Shard shard, PartitionName partition, BooleanSupplier stopping) {
		Path file = this.results.newFile();
		AtomicBoolean ended = new AtomicBoolean();
		try {
			StoredShard stored = this.writer.write(job, shard, file, () -> ended.get() || stopping.getAsBoolean(),
					new Reports(job, partition, ended)::accept);
			this.record.add(job, shard, stored, partition, file);
		}
		catch (ClientGoneException ex) {
			// Whoever comes next finds out why.
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			delete(file);
		}
	}

	private static void delete(Path file) {
		try {
			Files.deleteIfExists(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Tells others now and then how far a shard has come, and hears whether it is wanted.
	 */
	private final class Reports {

		private final Job job;

		private final PartitionName partition;

		private final AtomicBoolean ended;

		private long last = System.nanoTime();

		Reports(Job job, PartitionName partition, AtomicBoolean ended) {
			this.job = job;
			this.partition = partition;
			this.ended = ended;
		}

		void accept(int pictures) {
			long now = System.nanoTime();
			if (now - this.last > BETWEEN_REPORTS.toNanos()) {
				this.last = now;
				if (!PartitionRun.this.jobs.progress(this.job.id(), this.partition.number(), pictures)) {
					this.ended.set(true);
				}
			}
		}

	}

}
