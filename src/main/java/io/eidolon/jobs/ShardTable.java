package io.eidolon.jobs;

import java.util.List;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The shards of jobs as the database keeps them. */
final class ShardTable {

	private final JdbcClient database;

	ShardTable(JdbcClient database) {
		this.database = database;
	}

	/**
	 * Adds a shard.
	 * @throws org.springframework.dao.DuplicateKeyException when it is there already
	 */
	void add(String job, StoredShard shard) {
		this.database.sql("insert into eidolon_job_shard (job, shard, file, bytes, sha256) values (?, ?, ?, ?, ?)")
			.params(job, shard.number(), shard.file(), shard.bytes(), shard.sha256())
			.update();
	}

	/** How many bytes all results take. */
	long bytes() {
		return this.database.sql("select coalesce(sum(bytes), 0) from eidolon_job_shard").query(Long.class).single();
	}

	/** The shards of a job that are there, in their order. */
	List<StoredShard> of(String job) {
		return this.database
			.sql("select shard, file, bytes, sha256 from eidolon_job_shard where job = ? order by shard")
			.param(job)
			.query((row, _) -> new StoredShard(row.getInt(1), row.getString(2), row.getLong(3), row.getString(4)))
			.list();
	}

	/** The numbers of the shards of a partition that are there. */
	Set<Integer> of(PartitionName partition) {
		return this.database.sql("select shard from eidolon_job_shard where job = ? and mod(shard, ?) = ?")
			.params(partition.job(), partition.of(), partition.number())
			.query((row, _) -> row.getInt(1))
			.set();
	}

	void remove(String job) {
		this.database.sql("delete from eidolon_job_shard where job = ?").param(job).update();
	}

}
