package io.eidolon.web.interpolate;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

import io.eidolon.interpolation.InterpolationRequest;
import io.eidolon.latent.Interpolation;
import io.eidolon.latent.Truncation;
import io.eidolon.serving.Enlargement;
import io.eidolon.serving.InvalidParameterException;
import io.eidolon.serving.Label;
import io.eidolon.serving.Prompts;
import io.eidolon.serving.ServingProperties;
import io.eidolon.web.http.Between;
import io.eidolon.web.http.Limit;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which way to walk between latents. Only these must be given.
 */
record LatentWalkForm(
		@Schema(description = "The name of a model; the default one if left out",
				example = "peeps") @Nullable String model,

		@Schema(description = "The version of the model; the one that serves by default if left out") @Nullable String version,

		@Schema(description = "The latents to pass, (count, dimension)") @Nullable List<List<Float>> latents,

		@Schema(description = "How many frames in all", defaultValue = "24") @Limit(settings = ServingProperties.class,
				name = "steps") @Nullable Integer steps,

		@Schema(description = "The way between two latents: along the sphere, or straight",
				defaultValue = "slerp") @Nullable Interpolation method,

		@Schema(description = "Whether to return to the first latent, and play for ever",
				defaultValue = "false") @Nullable Boolean loop,

		@Schema(description = "The name or the index of a class; the first one if left out") @Nullable Label label,

		@Schema(description = "What pictures are to show, in a few words, for models whose card has `text`; with toPrompt those of the first frame") @Nullable String prompt,

		@Schema(description = "What the last frame is to show, in a few words") @Nullable String toPrompt,

		@Schema(description = "How closely words are followed: 0 for not at all, 1 as in training",
				defaultValue = "1") @Between(minimum = 0, maximum = Prompts.MAX_STRENGTH) @Nullable Float strength,

		@Schema(description = "The factor to enlarge by through a super-resolution network, before scale",
				allowableValues = {
						"2", "4" }) @Nullable Integer upscale,

		@Schema(description = "The factor to enlarge by, to the nearest pixel",
				defaultValue = "1") @Limit(settings = ServingProperties.class, name = "scale") @Nullable Integer scale,

		@Schema(description = "The frames that an animation shows in a second",
				defaultValue = "12") @Between(minimum = 1, maximum = InterpolationForm.MAX_FPS) @Nullable Integer fps,

		@Schema(description = "The form of the answer; as Accept says if left out") @Nullable InterpolationFormat format){

	InterpolationRequest toRequest() {
		if (this.latents == null || this.latents.isEmpty()) {
			throw new InvalidParameterException("latents", null, "given: those that the walk passes");
		}
		return new InterpolationRequest(this.model, this.version, List.of(),
				this.latents.stream().map(LatentWalkForm::vector).toList(),
				Objects.requireNonNullElse(this.steps, InterpolationForm.DEFAULT_STEPS),
				Objects.requireNonNullElse(this.method, Interpolation.SLERP), Boolean.TRUE.equals(this.loop),
				Truncation.NONE, this.label, Prompts.between(this.prompt, this.toPrompt, this.strength),
				Enlargement.of(this.upscale, this.scale));
	}

	Duration frameTime() {
		return InterpolationForm.frameTime(this.fps);
	}

	private static float[] vector(List<Float> row) {
		float[] vector = new float[row.size()];
		for (int i = 0; i < vector.length; i++) {
			vector[i] = row.get(i);
		}
		return vector;
	}

}
