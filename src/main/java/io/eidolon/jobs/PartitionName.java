package io.eidolon.jobs;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A part of a job that is generated shard by shard, wherever a thread is free: every n-th
 * shard of it. Its text names it to the scheduler.
 *
 * @param job the id of the job
 * @param number which one it is, from 0
 * @param of how many there are
 */
record PartitionName(String job, int number, int of) {

	static List<PartitionName> all(String job, int count) {
		return IntStream.range(0, count).mapToObj((number) -> new PartitionName(job, number, count)).toList();
	}

	static PartitionName parse(String text) {
		String[] parts = text.split("/", -1);
		return new PartitionName(parts[0], Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
	}

	/**
	 * The first of its shards that is not there yet.
	 * @param there the numbers of those that are
	 */
	Optional<Shard> next(Job job, Set<Integer> there) {
		int total = job.request().total();
		return IntStream
			.iterate(this.number, (shard) -> shard < Shard.count(total, job.shardSize()), (shard) -> shard + this.of)
			.filter((shard) -> !there.contains(shard))
			.mapToObj((shard) -> Shard.of(shard, total, job.shardSize()))
			.findFirst();
	}

	@Override
	public String toString() {
		return "%s/%s/%s".formatted(this.job, this.number, this.of);
	}

}
