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
record InterpolationForm(@Schema(description = WalkSettings.MODEL, example = "peeps") @Nullable String model,

		@Schema(description = WalkSettings.VERSION) @Nullable String version,

		@Schema(description = "The seed of the first frame; 0 if left out, where toPrompt is given",
				example = "1") @Nullable Seed from,

		@Schema(description = "The seed of the last frame; the first one if left out, where toPrompt is given",
				example = "5") @Nullable Seed to,

		@Schema(description = "The seeds to pass, instead of from and to") @Nullable List<Seed> seeds,

		@Schema(description = WalkSettings.STEPS, defaultValue = "24") @Limit(settings = ServingProperties.class,
				name = "steps") @Nullable Integer steps,

		@Schema(description = "The way between two seeds: along the sphere, or straight",
				defaultValue = "slerp") @Nullable Interpolation method,

		@Schema(description = WalkSettings.LOOP) @Nullable Boolean loop,

		@Schema(description = "Psi: scales latents, from 0 for the mean picture to 1 for full variety",
				defaultValue = "1") @Nullable Truncation truncation,

		@Schema(description = "The name or the index of a class; if left out, the first seed modulo the number of classes") @Nullable Label label,

		@Schema(description = WalkSettings.PROMPT) @Nullable String prompt,

		@Schema(description = WalkSettings.TO_PROMPT) @Nullable String toPrompt,

		@Schema(description = WalkSettings.STRENGTH, defaultValue = "1") @Between(minimum = 0,
				maximum = Prompts.MAX_STRENGTH) @Nullable Float strength,

		@Schema(description = WalkSettings.UPSCALE, allowableValues = {
				"2", "4" }) @Nullable Integer upscale,

		@Schema(description = WalkSettings.SCALE, defaultValue = "1") @Limit(settings = ServingProperties.class,
				name = "scale") @Nullable Integer scale,

		@Schema(description = WalkSettings.FPS, defaultValue = "12") @Between(minimum = 1,
				maximum = MAX_FPS) @Nullable Integer fps,

		@Schema(description = WalkSettings.FORMAT) @Nullable InterpolationFormat format){

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

	boolean forEver() {
		return !Boolean.FALSE.equals(this.loop);
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
