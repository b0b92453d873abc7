package io.eidolon.jobs;

import java.nio.charset.StandardCharsets;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the results of a job are, and what they were generated from.
 *
 * @param job the id of the job
 * @param created when it was asked for
 * @param software what generated the pictures
 * @param generatedByAi true: every picture was made by a generative model
 * @param licence the licence of the model; left out when its card says nothing
 * @param request what was asked for, of a version of a model
 * @param shards the files, in the order of their pictures
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record JobManifest(String job, String created, String software, boolean generatedByAi, @Nullable String licence,
		JobRequest request, List<ManifestShard> shards) {

	/** The name of its file. */
	static final String FILE = "manifest.json";

	static JobManifest of(Job job, List<StoredShard> shards, String software) {
		List<Shard> parts = Shard.of(job.request().total(), job.shardSize());
		return new JobManifest(job.id(), job.created().toString(), software, true, job.licence(),
				job.request().withoutWebhook(),
				shards.stream()
					.map((shard) -> ManifestShard.of(job.request(), parts.get(shard.number()), shard))
					.toList());
	}

	byte[] bytes() {
		return JsonMapper.shared()
			.writerWithDefaultPrettyPrinter()
			.writeValueAsString(this)
			.getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * A file.
	 *
	 * @param file its name
	 * @param bytes its size
	 * @param sha256 its SHA-256 sum, in hexadecimal
	 * @param first the place of its first picture among those of the job, from 0
	 * @param count how many pictures it has
	 * @param firstSeed the seed of the first one; left out on a walk
	 * @param lastSeed the seed of the last one; left out on a walk
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record ManifestShard(String file, long bytes, String sha256, int first, int count, @Nullable Long firstSeed,
			@Nullable Long lastSeed) {

		static ManifestShard of(JobRequest request, Shard shard, StoredShard stored) {
			Long seed = (request.walk() == null) ? request.seed() : null;
			return new ManifestShard(stored.file(), stored.bytes(), stored.sha256(), shard.first(), shard.count(),
					(seed != null) ? Long.valueOf(seed + shard.first()) : null,
					(seed != null) ? Long.valueOf(seed + shard.first() + shard.count() - 1) : null);
		}

	}

}
