package io.eidolon.web.interpolate;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

import io.eidolon.interpolation.InterpolationRequest;
import io.eidolon.latent.Interpolation;
import io.eidolon.latent.Seed;
import io.eidolon.latent.Truncation;
import io.eidolon.serving.Enlargement;
import io.eidolon.serving.InvalidParameterException;
import io.eidolon.serving.Label;
import io.eidolon.serving.Prompts;
import io.eidolon.serving.ServingProperties;
import io.eidolon.web.http.Between;
import io.eidolon.web.http.Limit;
import io.eidolon.web.http.WireType;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which way to walk. Only where from and where to must be given: as from and to, as
 * seeds, or as prompt and toPrompt.
 */
record InterpolationForm(
		@Schema(description = "The name of a model; the default one if left out",
				example = "peeps") @Nullable String model,

		@Schema(description = "The version of the model; the one that serves by default if left out") @Nullable String version,

		@Schema(description = "The seed of the first frame; 0 if left out, where toPrompt is given",
				example = "1") @Nullable Seed from,

		@Schema(description = "The seed of the last frame; the first one if left out, where toPrompt is given",
				example = "5") @Nullable Seed to,

		@Schema(description = "The seeds to pass, instead of from and to") @Nullable List<Seed> seeds,

		@Schema(description = "How many frames in all", defaultValue = "24") @Limit(settings = ServingProperties.class,
				name = "steps") @Nullable Integer steps,

		@Schema(description = "The way between two seeds: along the sphere, or straight",
				defaultValue = "slerp") @Nullable Interpolation method,

		@Schema(description = "Whether to return to the first seed, and play for ever",
				defaultValue = "false") @Nullable Boolean loop,

		@Schema(description = "Psi: scales latents, from 0 for the mean picture to 1 for full variety",
				defaultValue = "1") @Nullable Truncation truncation,

		@Schema(description = "The name or the index of a class; if left out, the first seed modulo the number of classes") @Nullable Label label,

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
				defaultValue = "12") @Between(minimum = 1, maximum = MAX_FPS) @Nullable Integer fps,

		@Schema(description = "The form of the answer; as Accept says if left out") @Nullable InterpolationFormat format){

	static final int DEFAULT_STEPS = 24;

	private static final int DEFAULT_FPS = 12;

	private static final Seed DEFAULT_SEED = new Seed(0);

	// Browsers slow faster animations down.
	static final int MAX_FPS = 50;

	InterpolationRequest toRequest() {
		return new InterpolationRequest(this.model, this.version, keyFrames(), List.of(),
				Objects.requireNonNullElse(this.steps, DEFAULT_STEPS),
				Objects.requireNonNullElse(this.method, Interpolation.SLERP), Boolean.TRUE.equals(this.loop),
				Objects.requireNonNullElse(this.truncation, Truncation.NONE), this.label,
				Prompts.between(this.prompt, this.toPrompt, this.strength), Enlargement.of(this.upscale, this.scale));
	}

	Duration frameTime() {
		return frameTime(this.fps);
	}

	static Duration frameTime(@Nullable Integer fps) {
		int framesPerSecond = Objects.requireNonNullElse(fps, DEFAULT_FPS);
		return Duration.ofMillis(Math.round(1000.0 / framesPerSecond));
	}

	private List<Seed> keyFrames() {
		if (this.seeds != null) {
			refuse("from", this.from);
			refuse("to", this.to);
			return this.seeds;
		}
		if (this.toPrompt != null) {
			Seed first = Objects.requireNonNullElse(this.from, DEFAULT_SEED);
			return (this.to != null) ? List.of(first, this.to) : List.of(first);
		}
		return List.of(require("from", this.from), require("to", this.to));
	}

	private static void refuse(String parameter, @Nullable Seed seed) {
		if (seed != null) {
			throw new InvalidParameterException(parameter, seed.value(), "left out, as seeds are given");
		}
	}

	private static Seed require(String parameter, @Nullable Seed seed) {
		if (seed == null) {
			throw new InvalidParameterException(parameter, null,
					"given unless seeds are: " + WireType.allowed(Seed.class));
		}
		return seed;
	}

}
