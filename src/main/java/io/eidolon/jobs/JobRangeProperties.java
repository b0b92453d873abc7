package io.eidolon.jobs;

import java.util.List;
import java.util.Map;

import io.eidolon.image.StillFormat;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * A job that this process generates its part of, without serving, and then ends.
 *
 * @param count pictures of the whole job; giving it has the process generate instead of
 * serving
 * @param output the folder that archives are written to, which processes may share, or
 * s3://bucket/prefix, reached as eidolon.jobs.s3 says
 * @param parts processes that share the job
 * @param index which of them this one is, from 0; by default JOB_COMPLETION_INDEX, which
 * Kubernetes sets in Indexed Jobs
 * @param model the name of the model, by default the default one
 * @param version the version of the model, by default the one that serves
 * @param seed the seed of the first picture of the whole job
 * @param truncation psi, by which latents are scaled
 * @param labels classes, which pictures take in turn
 * @param prompts words, which pictures take in turn
 * @param strength how closely words are followed, by default as in training
 * @param upscale the factor of the super-resolution network, by default none
 * @param scale the factor by which pixels are repeated
 * @param format how pictures are encoded: png, jpeg or webp
 * @param archive what they are packed in: tar (WebDataset) or zip
 */
@Validated
@ConfigurationProperties("eidolon.job")
record JobRangeProperties(@Min(1) @Nullable Integer count, @Nullable String output,
		@Min(1) @DefaultValue("1") int parts, @Min(0) @DefaultValue("0") int index, @Nullable String model,
		@Nullable String version, @Min(0) @DefaultValue("0") long seed, @DefaultValue("1") double truncation,
		@DefaultValue List<String> labels, @DefaultValue List<String> prompts, @Nullable Float strength,
		@Nullable Integer upscale, @Nullable Integer scale, @DefaultValue("png") StillFormat format,
		@DefaultValue("tar") Archive archive) {

	/** How many pictures there are to be. */
	int total() {
		if (this.count == null || this.output == null) {
			throw new IllegalArgumentException("eidolon.job.count and eidolon.job.output go together; one is missing");
		}
		if (this.index >= this.parts) {
			throw new IllegalArgumentException(
					"eidolon.job.index (%s) must be below eidolon.job.parts (%s)".formatted(this.index, this.parts));
		}
		return this.count;
	}

	/** What is asked for. */
	JobRequest request() {
		return new JobRequest(this.model, this.version, total(), this.seed, null, this.truncation, Map.of(),
				this.labels, this.prompts, this.strength, this.upscale, this.scale, this.format, this.archive, null);
	}

}
