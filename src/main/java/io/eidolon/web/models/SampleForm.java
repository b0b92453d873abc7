package io.eidolon.web.models;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.eidolon.generation.GenerationRequest;
import io.eidolon.generation.LatentSource;
import io.eidolon.latent.Seed;
import io.eidolon.latent.Truncation;
import io.eidolon.serving.Enlargement;
import io.eidolon.serving.Label;
import io.eidolon.serving.Prompts;
import io.eidolon.serving.ServingProperties;
import io.eidolon.web.http.Between;
import io.eidolon.web.http.Limit;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How to generate the picture of a seed.
 */
record SampleForm(@Schema(
		description = "The version of the model: caches may then keep the picture for ever") @Nullable String version,

		@Schema(description = "The name or the index of a class; if left out, seed modulo the number of classes") @Nullable Label label,

		@Schema(description = "What the picture is to show, in a few words, for models whose card has `text`") @Nullable String prompt,

		@Schema(description = "How closely words are followed: 0 for not at all, 1 as in training",
				defaultValue = "1") @Between(minimum = 0, maximum = Prompts.MAX_STRENGTH) @Nullable Float strength,

		@Schema(description = "Psi: scales latents, from 0 for the mean picture to 1 for full variety",
				defaultValue = "1") @Nullable Truncation truncation,

		@Schema(description = "The factor to enlarge by through a super-resolution network, before scale",
				allowableValues = {
						"2", "4" }) @Nullable Integer upscale,

		@Schema(description = "The factor to enlarge by, to the nearest pixel",
				defaultValue = "1") @Limit(settings = ServingProperties.class, name = "scale") @Nullable Integer scale){

	GenerationRequest toRequest(String model, Seed seed) {
		return new GenerationRequest(model, this.version, new LatentSource.Seeds(List.of(seed)),
				Objects.requireNonNullElse(this.truncation, Truncation.NONE), Map.of(), this.label, prompts(),
				Enlargement.of(this.upscale, this.scale), null);
	}

	Prompts prompts() {
		return Prompts.of(this.prompt, this.strength);
	}

}
