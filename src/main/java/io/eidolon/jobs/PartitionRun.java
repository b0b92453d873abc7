package io.eidolon.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

import io.eidolon.serving.ClientGoneException;
import io.eidolon.serving.RequestTimeoutException;
import io.eidolon.serving.ServiceBusyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Generates the shards of a partition one after the other, until there are no more, the
 * job does not run any more, or others should have their turn.
 */
final class PartitionRun {

	private static final Logger logger = LoggerFactory.getLogger(PartitionRun.class);

	/** After which time other partitions have their turn. */
	private static final Duration TURN = Duration.ofSeconds(20);

	private final JobTable jobs;

	private final ShardTable shards;

	private final ShardWriter writer;

	private final ShardRecord record;

	private final Results results;

	private final InstantSource clock;

	PartitionRun(JobTable jobs, ShardTable shards, ShardWriter writer, ShardRecord record, Results results,
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
		Set<Integer> there = new HashSet<>(this.shards.of(partition));
		while (true) {
			Job job = this.jobs.find(partition.job()).orElse(null);
			if (job == null || job.state().isFinal()) {
				return false;
			}
			Optional<Shard> shard = partition.next(job, there);
			if (shard.isEmpty()) {
				return false;
			}
			if (stopping.getAsBoolean() || System.nanoTime() - end > 0) {
				return true;
			}
			this.jobs.start(job.id(), this.clock.instant());
			if (generate(job, shard.get(), partition, stopping)) {
				there.add(shard.get().number());
			}
			else if (!stopping.getAsBoolean()) {
				end = System.nanoTime();
			}
		}
	}

	/** Returns whether the shard is there now. */
	private boolean generate(Job job, Shard shard, PartitionName partition, BooleanSupplier stopping) {
		Path file = newFile();
		ShardWatch watch = new ShardWatch(this.jobs, partition, stopping);
		try {
			StoredShard stored = this.writer.write(job, shard, file, watch::isOver, watch::tell);
			try (Results.Unnamed unnamed = this.results.bring(file, job.id(), stored.file(), stored.sha256())) {
				this.record.add(job, shard, stored, partition, unnamed);
			}
			return true;
		}
		catch (ClientGoneException ex) {
			// Whoever comes next finds out why.
			return false;
		}
		catch (ServiceBusyException | RequestTimeoutException ex) {
			// Requests go first, however long they keep it waiting.
			logger.info("Shard {} of job {} has to wait: {}", shard.number(), job.id(), ex.getMessage());
			return false;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			delete(file);
		}
	}

	private Path newFile() {
		try {
			return this.results.newFile();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
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

}
