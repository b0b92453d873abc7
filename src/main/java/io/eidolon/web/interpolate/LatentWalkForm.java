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
record LatentWalkForm(@Schema(description = WalkSettings.MODEL, example = "peeps") @Nullable String model,

		@Schema(description = WalkSettings.VERSION) @Nullable String version,

		@Schema(description = "The latents to pass, (count, dimension)") @Nullable List<List<Float>> latents,

		@Schema(description = WalkSettings.STEPS, defaultValue = "24") @Limit(settings = ServingProperties.class,
				name = "steps") @Nullable Integer steps,

		@Schema(description = "The way between two latents: along the sphere, or straight",
				defaultValue = "slerp") @Nullable Interpolation method,

		@Schema(description = WalkSettings.LOOP) @Nullable Boolean loop,

		@Schema(description = "The name or the index of a class; the first one if left out") @Nullable Label label,

		@Schema(description = WalkSettings.PROMPT) @Nullable String prompt,

		@Schema(description = WalkSettings.TO_PROMPT) @Nullable String toPrompt,

		@Schema(description = WalkSettings.STRENGTH, defaultValue = "1") @Between(minimum = 0,
				maximum = Prompts.MAX_STRENGTH) @Nullable Float strength,

		@Schema(description = WalkSettings.UPSCALE, allowableValues = {
				"2", "4" }) @Nullable Integer upscale,

		@Schema(description = WalkSettings.SCALE, defaultValue = "1") @Limit(settings = ServingProperties.class,
				name = "scale") @Nullable Integer scale,

		@Schema(description = WalkSettings.FPS, defaultValue = "12") @Between(minimum = 1,
				maximum = InterpolationForm.MAX_FPS) @Nullable Integer fps,

		@Schema(description = WalkSettings.FORMAT) @Nullable InterpolationFormat format){

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

	boolean forEver() {
		return !Boolean.FALSE.equals(this.loop);
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
