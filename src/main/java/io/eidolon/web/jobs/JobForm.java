package io.eidolon.web.jobs;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.eidolon.image.StillFormat;
import io.eidolon.jobs.Archive;
import io.eidolon.jobs.JobProperties;
import io.eidolon.jobs.JobRequest;
import io.eidolon.latent.Interpolation;
import io.eidolon.latent.Seed;
import io.eidolon.latent.Truncation;
import io.eidolon.serving.InvalidParameterException;
import io.eidolon.serving.Label;
import io.eidolon.serving.Prompts;
import io.eidolon.serving.ServingProperties;
import io.eidolon.web.http.Between;
import io.eidolon.web.http.Limit;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a job is to generate. Only how many pictures must be given: as count, or as seed
 * and toSeed.
 */
record JobForm(
		@Schema(description = "The name of a model; the default one if left out",
				example = "peeps") @Nullable String model,

		@Schema(description = "The version of the model; the one that serves by default if left out") @Nullable String version,

		@Schema(description = "How many pictures, of consecutive seeds, or frames of a walk") @Limit(
				settings = JobProperties.class, name = "pictures") @Nullable Integer count,

		@Schema(description = "The seed of the first picture; any if left out") @Nullable Seed seed,

		@Schema(description = "The seed of the last picture, instead of count") @Nullable Seed toSeed,

		@Schema(description = "The way through the latent space that pictures are on, instead of seeds") @Nullable WalkForm walk,

		@Schema(description = "Psi: scales latents, from 0 for the mean picture to 1 for full variety",
				defaultValue = "1") @Nullable Truncation truncation,

		@Schema(description = "How far latents are moved, by the names that GET /models/{model}/directions lists") @Nullable Map<String, Float> directions,

		@Schema(description = "The names or the indices of classes, which pictures take in turn; if left out, seed modulo the number of classes") @Nullable List<Label> labels,

		@Schema(description = "What pictures are to show, in a few words each, which they take in turn; on a walk the words of the first frame, and those of the last") @Nullable List<String> prompts,

		@Schema(description = "How closely words are followed: 0 for not at all, 1 as in training",
				defaultValue = "1") @Between(minimum = 0, maximum = Prompts.MAX_STRENGTH) @Nullable Float strength,

		@Schema(description = "The factor to enlarge by through a super-resolution network, before scale",
				allowableValues = {
						"2", "4" }) @Nullable Integer upscale,

		@Schema(description = "The factor to enlarge by, to the nearest pixel",
				defaultValue = "1") @Limit(settings = ServingProperties.class, name = "scale") @Nullable Integer scale,

		@Schema(description = "How pictures are encoded", defaultValue = "png") @Nullable StillFormat format,

		@Schema(description = "What pictures are packed in: shards of WebDataset, or zip archives of the same files",
				defaultValue = "tar") @Nullable Archive archive,

		@Schema(description = "Where to say that the job is over, at a host that the operator allows: signed as Standard Webhooks has it",
				format = "uri") @Nullable String webhook){

	JobRequest toRequest() {
		return new JobRequest(this.model, this.version, total(), (first() != null) ? first().value() : null,
				(this.walk != null) ? this.walk.toWalk() : null,
				Objects.requireNonNullElse(this.truncation, Truncation.NONE).psi(),
				Objects.requireNonNullElse(this.directions, Map.of()),
				(this.labels != null) ? this.labels.stream().map(Label::text).toList() : List.of(),
				Objects.requireNonNullElse(this.prompts, List.of()), this.strength, this.upscale, this.scale,
				Objects.requireNonNullElse(this.format, StillFormat.PNG),
				Objects.requireNonNullElse(this.archive, Archive.TAR), address());
	}

	private @Nullable URI address() {
		try {
			return (this.webhook != null) ? new URI(this.webhook) : null;
		}
		catch (URISyntaxException ex) {
			throw new InvalidParameterException("webhook", this.webhook, "the address of a page");
		}
	}

	private @Nullable Seed first() {
		if (this.walk != null && (this.seed != null || this.toSeed != null)) {
			throw new InvalidParameterException((this.seed != null) ? "seed" : "toSeed", null,
					"left out, as a walk has seeds of its own");
		}
		if (this.walk != null && this.directions != null) {
			throw new InvalidParameterException("directions", null, "left out on a walk");
		}
		return this.seed;
	}

	private int total() {
		if (this.toSeed == null) {
			if (this.count == null) {
				throw new InvalidParameterException("count", null, "given, or seed and toSeed");
			}
			return this.count;
		}
		if (this.seed == null || this.toSeed.value() < this.seed.value()) {
			throw new InvalidParameterException("toSeed", this.toSeed.value(), "at least seed, which must be given");
		}
		long seeds = this.toSeed.value() - this.seed.value() + 1;
		if (this.count != null && this.count != seeds) {
			throw new InvalidParameterException("count", this.count,
					"left out or %s, the number of seeds given".formatted(seeds));
		}
		return (int) Math.min(seeds, Integer.MAX_VALUE);
	}

	/**
	 * A way through the latent space.
	 */
	record WalkForm(@Schema(description = "The seeds to pass; one will do between prompts") @Nullable List<Seed> seeds,

			@Schema(description = "The way between two seeds: along the sphere, or straight",
					defaultValue = "slerp") @Nullable Interpolation method,

			@Schema(description = "Whether to return to where the walk began",
					defaultValue = "false") @Nullable Boolean loop) {

		JobRequest.Walk toWalk() {
			if (this.seeds == null || this.seeds.isEmpty()) {
				throw new InvalidParameterException("walk.seeds", null, "given: those that the walk passes");
			}
			return new JobRequest.Walk(this.seeds.stream().map(Seed::value).toList(),
					Objects.requireNonNullElse(this.method, Interpolation.SLERP), Boolean.TRUE.equals(this.loop));
		}

	}

}
