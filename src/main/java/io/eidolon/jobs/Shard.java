package io.eidolon.jobs;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Consecutive pictures of a job, which become one archive.
 *
 * @param number its place among the shards of the job, from 0
 * @param first the first picture, from 0
 * @param count how many pictures
 */
record Shard(int number, int first, int count) {

	/** All shards of a job. */
	static List<Shard> of(int total, int size) {
		return IntStream.range(0, count(total, size)).mapToObj((number) -> of(number, total, size)).toList();
	}

	/** One of the shards of a job. */
	static Shard of(int number, int total, int size) {
		return new Shard(number, number * size, Math.min(size, total - number * size));
	}

	/** How many shards a job has. */
	static int count(int total, int size) {
		return Math.ceilDiv(total, size);
	}

	/** The name of its file. */
	String file(Archive archive) {
		return String.format(Locale.ROOT, "shard-%06d.%s", this.number, archive.extension());
	}

}
