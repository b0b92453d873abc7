package io.eidolon.jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Jobs as the database keeps them. */
final class JobTable {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final String JOBS = """
			select j.*, (select coalesce(sum(p.pictures), 0) from eidolon_job_partition p where p.job = j.id) as begun
			from eidolon_job j
			""";

	private static final String UNFINISHED = "state in ('WAITING', 'RUNNING')";

	private final JdbcClient database;

	JobTable(JdbcClient database) {
		this.database = database;
	}

	/**
	 * Adds a job.
	 * @param key by which its client may ask for it again
	 * @param partitions how many of its shards are generated at a time
	 * @param bytes how many its results are going to take
	 * @throws org.springframework.dao.DuplicateKeyException when there is one of that key
	 */
	void add(Job job, @Nullable IdempotencyKey key, int partitions, long bytes) {
		this.database.sql("""
				insert into eidolon_job (id, client, state, request, total, done, shard_size, licence,
				idempotency_key, fingerprint, created, bytes) values (?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?)""")
			.param(job.id())
			.param(job.client())
			.param(job.state().name())
			.param(JSON.writeValueAsString(job.request()))
			.param(job.request().total())
			.param(job.shardSize())
			.param(job.licence())
			.param((key != null) ? key.stored() : null)
			.param((key != null) ? key.fingerprint() : null)
			.param(Timestamp.from(job.created()))
			.param(bytes)
			.update();
		for (int partition = 0; partition < partitions; partition++) {
			this.database.sql("insert into eidolon_job_partition (job, partition_number, pictures) values (?, ?, 0)")
				.params(job.id(), partition)
				.update();
		}
	}

	/**
	 * Has all who take jobs, on whatever replica, do so one after the other until the end
	 * of the transaction.
	 */
	void lockAdmission() {
		this.database.sql("select id from eidolon_job_admission for update").query(Integer.class).list();
	}

	/** How many bytes the unfinished jobs are still going to add to their results. */
	long bytesToCome() {
		return this.database.sql("""
				select coalesce(sum(case when j.bytes > coalesce(s.bytes, 0) then j.bytes - coalesce(s.bytes, 0)
				else 0 end), 0) from eidolon_job j left join
				(select job, sum(bytes) as bytes from eidolon_job_shard group by job) s on s.job = j.id where
				""" + UNFINISHED).query(Long.class).single();
	}

	Optional<Job> find(String id) {
		return this.database.sql(JOBS + "where j.id = ?").param(id).query(JobTable::job).optional();
	}

	/** The job of a key as it is kept, with the fingerprint of what was asked for. */
	Optional<KeyedJob> findByKey(String key) {
		return this.database.sql(JOBS + "where j.idempotency_key = ?")
			.param(key)
			.query((row, number) -> new KeyedJob(job(row, number), row.getString("fingerprint")))
			.optional();
	}

	/**
	 * The newest jobs.
	 * @param client whose jobs alone, null for those of all
	 */
	List<Job> newest(int most, @Nullable String client) {
		String newest = "order by j.created desc, j.id limit ?";
		JdbcClient.StatementSpec query = (client != null)
				? this.database.sql(JOBS + "where j.client = ? " + newest).param(client)
				: this.database.sql(JOBS + newest);
		return query.param(most).query(JobTable::job).list();
	}

	/** How many jobs wait or run. */
	int unfinished() {
		return this.database.sql("select count(*) from eidolon_job where " + UNFINISHED).query(Integer.class).single();
	}

	/** How many jobs of a client wait or run. */
	int unfinished(String client) {
		return this.database.sql("select count(*) from eidolon_job where client = ? and " + UNFINISHED)
			.param(client)
			.query(Integer.class)
			.single();
	}

	/** How many pictures of a job are in shards that are there. */
	int done(String job) {
		return this.database.sql("select done from eidolon_job where id = ?").param(job).query(Integer.class).single();
	}

	/** Notes that a job has begun. */
	void start(String job, Instant now) {
		this.database.sql("update eidolon_job set state = 'RUNNING', started = ? where id = ? and state = 'WAITING'")
			.params(Timestamp.from(now), job)
			.update();
	}

	/**
	 * Notes how many pictures a partition has of the shard that it is at.
	 * @return false when the job does not run any more
	 */
	boolean progress(String job, int partition, int pictures) {
		return this.database.sql("""
				update eidolon_job_partition set pictures = ? where job = ? and partition_number = ?
				and exists (select 1 from eidolon_job where id = ? and state = 'RUNNING')""")
			.params(pictures, job, partition, job)
			.update() > 0;
	}

	/**
	 * Notes that there are more pictures; waits for others who do so.
	 * @return false when the job does not run any more
	 */
	boolean add(String job, int pictures) {
		return this.database.sql("update eidolon_job set done = done + ? where id = ? and state = 'RUNNING'")
			.params(pictures, job)
			.update() > 0;
	}

	/**
	 * Brings a job to its final state.
	 * @return false when it had come to one before
	 */
	boolean finish(String job, JobState state, @Nullable String failure, Instant now) {
		return this.database
			.sql("update eidolon_job set state = ?, failure = ?, finished = ? where id = ? and " + UNFINISHED)
			.param(state.name())
			.param(failure)
			.param(Timestamp.from(now))
			.param(job)
			.update() > 0;
	}

	/** Notes that a client wants neither a job nor its results. */
	void cancel(String job, Instant now) {
		this.database.sql("""
				update eidolon_job set state = 'CANCELLED', done = 0, finished = ?
				where id = ? and state <> 'CANCELLED'""").params(Timestamp.from(now), job).update();
	}

	/** The jobs that were over before a time. */
	List<String> finishedBefore(Instant time) {
		return this.database.sql("select id from eidolon_job where finished < ?")
			.param(Timestamp.from(time))
			.query((row, _) -> row.getString(1))
			.list();
	}

	void remove(String job) {
		this.database.sql("delete from eidolon_job where id = ?").param(job).update();
	}

	private static Job job(ResultSet row, int number) throws SQLException {
		JobRequest request = JSON.readValue(row.getString("request"), JobRequest.class);
		JobState state = JobState.valueOf(row.getString("state"));
		int done = Math.min(request.total(), row.getInt("done") + (state.isFinal() ? 0 : row.getInt("begun")));
		return new Job(row.getString("id"), row.getString("client"), state, request, done, row.getInt("shard_size"),
				row.getString("licence"), row.getString("failure"), row.getTimestamp("created").toInstant(),
				instant(row, "started"), instant(row, "finished"));
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		Timestamp time = row.getTimestamp(column);
		return (time != null) ? time.toInstant() : null;
	}

	/**
	 * A job that was asked for with a key.
	 *
	 * @param job the job
	 * @param fingerprint of what was asked for
	 */
	record KeyedJob(Job job, String fingerprint) {

	}

}
