package io.eidolon.web.project;

import java.util.Objects;

import io.eidolon.image.StillFormat;
import io.eidolon.latent.Seed;
import io.eidolon.projection.Likeness;
import io.eidolon.projection.ProjectionRequest;
import io.eidolon.search.SearchProperties;
import io.eidolon.serving.Enlargement;
import io.eidolon.serving.Label;
import io.eidolon.serving.Prompts;
import io.eidolon.serving.ServingProperties;
import io.eidolon.web.http.Between;
import io.eidolon.web.http.Examples;
import io.eidolon.web.http.Limit;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What to project. Only the picture must be given.
 */
record ProjectionForm(
		@Schema(description = "The name of a model; the default one if left out",
				example = "peeps") @Nullable String model,

		@Schema(description = "The version of the model; the one that serves by default if left out") @Nullable String version,

		@Schema(description = "The file of a picture, in base64", example = Examples.RED) @Nullable String picture,

		@Schema(description = "The name or the index of the picture's class; all are tried if left out") @Nullable Label label,

		@Schema(description = "What the picture shows, in a few words, for models whose card has `text`") @Nullable String prompt,

		@Schema(description = "How closely words are followed: 0 for not at all, 1 as in training",
				defaultValue = "1") @Between(minimum = 0, maximum = Prompts.MAX_STRENGTH) @Nullable Float strength,

		@Schema(description = "How many latents begin the search; 8 if left out, or as many as memory allows where the model's pictures are large") @Limit(
				settings = SearchProperties.class, name = "starts") @Nullable Integer starts,

		@Schema(description = "How many steps the search takes; 400 if left out, fewer for models of pictures above 256 x 256",
				example = "20") @Limit(settings = SearchProperties.class,
						name = "projectionSteps") @Nullable Integer steps,

		@Schema(description = "What makes pictures alike: pixels, or also the features of a network that a model may come with",
				defaultValue = "pixel") @Nullable Likeness loss,

		@Schema(description = "Decides which latents are sampled", defaultValue = "0") @Nullable Seed searchSeed,

		@Schema(description = "How pictures are encoded", defaultValue = "png") @Nullable StillFormat format,

		@Schema(description = "The factor to enlarge by through a super-resolution network, before scale",
				allowableValues = {
						"2", "4" }) @Nullable Integer upscale,

		@Schema(description = "The factor to enlarge by, to the nearest pixel",
				defaultValue = "1") @Limit(settings = ServingProperties.class, name = "scale") @Nullable Integer scale){

	ProjectionRequest toRequest(byte[] file) {
		return new ProjectionRequest(this.model, this.version, file, null, this.label,
				Prompts.of(this.prompt, this.strength), this.starts, this.steps,
				Objects.requireNonNullElse(this.loss, Likeness.PIXEL),
				Objects.requireNonNullElse(this.searchSeed, new Seed(0)),
				Objects.requireNonNullElse(this.format, StillFormat.PNG), Enlargement.of(this.upscale, this.scale));
	}

}
