package io.eidolon.web.jobs;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.eidolon.jobs.Job;
import io.eidolon.jobs.JobState;
import io.eidolon.jobs.StoredShard;
import io.eidolon.web.http.WireType;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A job as it stands.
 *
 * @param id names it
 * @param state how far it has come
 * @param model the name of the model
 * @param version the version of the model
 * @param seed the seed of the first picture; left out on a walk
 * @param done how many pictures are generated
 * @param total how many are to be
 * @param picturesPerSecond how many were generated in a second; left out before any was
 * @param secondsLeft how long it takes at this speed; left out when that cannot be told
 * @param created when it was asked for
 * @param started when it began; left out before
 * @param finished when it was over; left out before
 * @param failure why it failed; left out unless it did
 * @param manifest where the file is that says what the results are; left out before the
 * job is done
 * @param location where an object store keeps the results, such as
 * s3://bucket/prefix/id/, for who may read there; left out in lists and events, and where
 * a folder keeps them
 * @param results the archives that are there; left out in lists and events
 */
record JobAnswer(String id, @Schema(allowableValues = {
		"waiting", "running", "done", "failed", "cancelled" }) String state, @Nullable String model,
		@Nullable String version, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long seed, int done, int total,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double picturesPerSecond,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long secondsLeft, Instant created,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant started,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant finished,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String failure,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String manifest,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String location,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<ResultAnswer> results){

	/** What lists and events say. */
	static JobAnswer of(Job job) {
		return of(job, null, null);
	}

	static JobAnswer of(Job job, @Nullable String location, @Nullable List<StoredShard> shards) {
		Instant now = Instant.now();
		boolean walk = job.request().walk() != null;
		return new JobAnswer(job.id(), WireType.name(job.state()), job.request().model(), job.request().version(),
				walk ? null : job.request().seed(), job.done(), job.request().total(), job.picturesPerSecond(now),
				job.secondsLeft(now), job.created(), job.started(), job.finished(), job.failure(),
				(job.state() == JobState.DONE) ? file(job, "manifest.json") : null, location,
				(shards != null) ? shards.stream().map((shard) -> ResultAnswer.of(job, shard)).toList() : null);
	}

	private static String file(Job job, String name) {
		return "/jobs/%s/results/%s".formatted(job.id(), name);
	}

	/**
	 * An archive.
	 *
	 * @param href where it is
	 * @param bytes its size
	 * @param sha256 its SHA-256 sum, in hexadecimal
	 */
	record ResultAnswer(String href, long bytes, String sha256) {

		static ResultAnswer of(Job job, StoredShard shard) {
			return new ResultAnswer(file(job, shard.file()), shard.bytes(), shard.sha256());
		}

	}

	/**
	 * Some jobs.
	 *
	 * @param jobs the newest first
	 */
	record JobList(List<JobAnswer> jobs) {

	}

}
