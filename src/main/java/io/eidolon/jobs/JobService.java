package io.eidolon.jobs;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.eidolon.jobs.JobEngine.OpenEngine;
import io.eidolon.serving.GeneratedPictures;
import io.eidolon.serving.RequestContext;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.Resource;
import org.springframework.stereotype.Service;

/** Takes jobs, says how far they have come, and gives out their results. */
@Service
public class JobService {

	private final JobEngine engine;

	private final JobAdmission admission;

	private final JobProperties properties;

	JobService(JobEngine engine, JobAdmission admission, JobProperties properties) {
		this.engine = engine;
		this.admission = admission;
		this.properties = properties;
	}

	/**
	 * Takes a job.
	 * @param key by which a client that asks again gets the job that it got before
	 * @throws ReusedKeyException when the key came with another request
	 * @throws TooManyJobsException when there are as many as there may be
	 * @throws NoRoomException when its results would find no room
	 * @throws JobsOffException when there are no jobs
	 * @throws JobsUnavailableException when they cannot be reached now
	 * @throws io.eidolon.serving.InvalidParameterException when it asks for what is not
	 * allowed
	 */
	public Job create(JobRequest request, @Nullable String key, RequestContext context) {
		OpenEngine open = this.engine.open();
		IdempotencyKey once = (key != null) ? IdempotencyKey.of(key, context.client(), request) : null;
		Optional<Job> before = before(open, once);
		if (before.isPresent()) {
			return before.get();
		}
		GeneratedPictures first = this.admission.tryOut(request, open, context);
		Job job = open.database().inTransaction(() -> {
			open.jobs().lockAdmission();
			// The same request may have come twice at once.
			return before(open, once).orElseGet(() -> add(request, once, first, open, context));
		});
		open.scheduler().wake();
		return job;
	}

	private Job add(JobRequest request, @Nullable IdempotencyKey key, GeneratedPictures first, OpenEngine open,
			RequestContext context) {
		Job job = this.admission.admit(request, first, open, context);
		int partitions = Math.min(this.properties.partitions(), Shard.count(job.request().total(), job.shardSize()));
		open.jobs().add(job, key, partitions, this.admission.bytes(request, first));
		open.scheduler().schedule(job.id(), partitions, job.created());
		return job;
	}

	private static Optional<Job> before(OpenEngine open, @Nullable IdempotencyKey key) {
		if (key == null) {
			return Optional.empty();
		}
		return open.jobs().findByKey(key.stored()).map((keyed) -> {
			if (!keyed.fingerprint().equals(key.fingerprint())) {
				throw new ReusedKeyException(key.value());
			}
			return keyed.job();
		});
	}

	/**
	 * The newest jobs.
	 * @param client whose jobs alone, null for those of all
	 */
	public List<Job> newest(int most, @Nullable String client) {
		return this.engine.open().jobs().newest(most, client);
	}

	/**
	 * A job.
	 * @param client whose job it must be, null for anybody's
	 * @throws UnknownJobException when there is none of that id, or it is another's
	 */
	public Job find(String id, @Nullable String client) {
		return this.engine.open()
			.jobs()
			.find(id)
			.filter((job) -> client == null || client.equals(job.client()))
			.orElseThrow(() -> UnknownJobException.job(id));
	}

	/** The shards of a job that are there. */
	public List<StoredShard> shards(String id) {
		return this.engine.open().shards().of(id);
	}

	/**
	 * Ends a job, and removes its results.
	 * @param client whose job it must be, null for anybody's
	 * @throws UnknownJobException when there is none of that id, or it is another's
	 */
	public void cancel(String id, @Nullable String client) {
		OpenEngine open = this.engine.open();
		find(id, client);
		open.database().inTransaction(() -> {
			open.jobs().cancel(id, Instant.now());
			open.shards().remove(id);
			return id;
		});
		try {
			open.results().remove(id);
		}
		catch (IOException ex) {
			throw new JobsUnavailableException("The job runs no more, but its results cannot be removed now", ex);
		}
	}

	/**
	 * Where others than the service find the results of a job, null when only it does.
	 */
	public @Nullable String location(String id) {
		return this.engine.open().results().location(id);
	}

	/**
	 * A file of a job's results.
	 * @param client whose job it must be, null for anybody's
	 * @throws UnknownJobException when there is no such job, or no such file yet, or the
	 * job is another's
	 */
	public Resource result(String id, String file, @Nullable String client) {
		Job job = find(id, client);
		boolean known = (file.equals(JobManifest.FILE)) ? job.state() == JobState.DONE
				: shards(id).stream().anyMatch((shard) -> shard.file().equals(file));
		if (!known) {
			throw new UnknownJobException("file", file, "one that GET /jobs/%s lists".formatted(id));
		}
		try {
			return this.engine.open()
				.results()
				.read(id, file)
				.orElseThrow(() -> new UnknownJobException("file", file,
						"there still: somebody has removed it from where results are kept"));
		}
		catch (IOException ex) {
			throw new JobsUnavailableException("The results of jobs cannot be reached now", ex);
		}
	}

}
