package io.eidolon.jobs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import io.eidolon.image.StillFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ShardTests {

	@ParameterizedTest
	@CsvSource({ "1, 10, 1", "10, 10, 1", "11, 10, 2", "1000000, 1000, 1000" })
	void everyPictureIsInOneShard(int total, int size, int shards) {
		List<Shard> all = Shard.of(total, size);
		assertThat(all).hasSize(shards);
		assertThat(all.stream().mapToInt(Shard::count).sum()).isEqualTo(total);
		for (int i = 1; i < shards; i++) {
			assertThat(all.get(i).first()).isEqualTo(all.get(i - 1).first() + all.get(i - 1).count());
		}
	}

	@Test
	void everyShardIsOfOnePartitionWhichTakesThoseThatAreMissing() {
		Job job = job(95, 10);
		List<Integer> taken = new ArrayList<>();
		for (PartitionName partition : PartitionName.all("job", 3)) {
			Set<Integer> there = new HashSet<>();
			for (var next = partition.next(job, there); next.isPresent(); next = partition.next(job, there)) {
				taken.add(next.get().number());
				there.add(next.get().number());
			}
		}
		assertThat(taken).containsExactlyInAnyOrderElementsOf(IntStream.range(0, 10).boxed().toList());
	}

	@Test
	void aPartitionIsFoundByItsText() {
		PartitionName name = new PartitionName("3f0c5a52-8a0e-4c55-9a57-2a6a4f3f8f10", 3, 8);
		assertThat(PartitionName.parse(name.toString())).isEqualTo(name);
	}

	@Test
	void speedAndTimeLeftAreThoseSinceTheStart() {
		Job job = job(100, 10);
		Instant later = Instant.EPOCH.plusSeconds(10);
		assertThat(job.picturesPerSecond(later)).isEqualTo(4);
		assertThat(job.secondsLeft(later)).isEqualTo(15);
	}

	private static Job job(int total, int shardSize) {
		JobRequest request = new JobRequest("peeps", "1", total, 0L, null, 1, Map.of(), List.of(), List.of(), null,
				null, null, StillFormat.PNG, Archive.TAR, null);
		return new Job("job", "client", JobState.RUNNING, request, 40, shardSize, null, null, Instant.EPOCH,
				Instant.EPOCH, null);
	}

}
