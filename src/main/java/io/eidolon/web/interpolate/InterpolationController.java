package io.eidolon.web.interpolate;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.eidolon.image.AnimationFormat;
import io.eidolon.image.StillFormat;
import io.eidolon.interpolation.InterpolationRequest;
import io.eidolon.interpolation.InterpolationService;
import io.eidolon.latent.Interpolation;
import io.eidolon.latent.Seed;
import io.eidolon.latent.Truncation;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.serving.Bounds;
import io.eidolon.serving.GeneratedPictures;
import io.eidolon.serving.InvalidParameterException;
import io.eidolon.serving.Label;
import io.eidolon.serving.RequestContext;
import io.eidolon.web.http.Accept;
import io.eidolon.web.http.BinaryResponse;
import io.eidolon.web.http.ProblemResponses;
import io.eidolon.web.http.TimeoutHeader;
import io.eidolon.web.http.WireType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Walks through latent space. */
@RestController
class InterpolationController {

	private final InterpolationService interpolation;

	InterpolationController(InterpolationService interpolation) {
		this.interpolation = interpolation;
	}

	@Operation(summary = "Walk from seed to seed",
			description = "By `format`, else by Accept: an animation (gif, webp, apng), all frames side by side (png), "
					+ "or each frame (json, zip). Give `from` and `to`, or `seeds`.")
	@ApiResponse(responseCode = "200",
			content = { @Content(mediaType = "image/gif", schema = @Schema(type = "string", format = "binary")),
					@Content(mediaType = "image/webp", schema = @Schema(type = "string", format = "binary")),
					@Content(mediaType = "image/apng", schema = @Schema(type = "string", format = "binary")),
					@Content(mediaType = "image/png", schema = @Schema(type = "string", format = "binary")),
					@Content(mediaType = "application/json",
							schema = @Schema(implementation = InterpolationAnswer.class)),
					@Content(mediaType = "application/zip", schema = @Schema(type = "string", format = "binary")) })
	@ProblemResponses
	@GetMapping("/interpolate")
	ResponseEntity<Object> interpolate(@ParameterObject @ModelAttribute InterpolationForm form,
			@Parameter(hidden = true) @RequestHeader HttpHeaders headers, @TimeoutHeader RequestContext context)
			throws HttpMediaTypeNotAcceptableException {
		InterpolationFormat format = (form.format() != null) ? form.format()
				: Accept.of(headers).choose(List.of(InterpolationFormat.values()));
		InterpolationRequest request = form.toRequest();
		Duration frameTime = form.frameTime();
		return switch (format) {
			case GIF -> animation(request, AnimationFormat.GIF, frameTime, context);
			case WEBP -> animation(request, AnimationFormat.WEBP, frameTime, context);
			case APNG -> animation(request, AnimationFormat.APNG, frameTime, context);
			case PNG -> BinaryResponse.of(this.interpolation.filmstrip(request, StillFormat.PNG, context),
					request.keyFrames(), format.mediaType(), StillFormat.PNG.extension());
			case JSON -> json(request, this.interpolation.frames(request, StillFormat.PNG, context));
			case ZIP -> zip(request, this.interpolation.frames(request, StillFormat.PNG, context));
		};
	}

	private ResponseEntity<Object> animation(InterpolationRequest request, AnimationFormat format, Duration frameTime,
			RequestContext context) {
		return BinaryResponse.of(this.interpolation.animation(request, format, frameTime, context), request.keyFrames(),
				MediaType.valueOf(format.mediaType()), format.extension());
	}

	private static ResponseEntity<Object> json(InterpolationRequest request, GeneratedPictures generated) {
		ModelCard card = generated.card();
		List<FrameAnswer> frames = generated.pictures()
			.stream()
			.map((picture) -> new FrameAnswer(picture.sample().index(), picture.sample().label(),
					StillFormat.PNG.mediaType(), picture.data()))
			.toList();
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_JSON)
			.body(new InterpolationAnswer(card.name(), card.version(), request.keyFrames(), frames));
	}

	private static ResponseEntity<Object> zip(InterpolationRequest request, GeneratedPictures generated) {
		Map<String, byte[]> files = new LinkedHashMap<>();
		generated.pictures()
			.forEach((picture) -> files.put("%s-%03d.%s".formatted(generated.card().name(), picture.sample().index(),
					StillFormat.PNG.extension()), picture.data()));
		return BinaryResponse.zip(generated.card(), request.keyFrames(), files);
	}

	/**
	 * Which way to walk. Only where from and where to must be given: as from and to, or
	 * as seeds.
	 */
	record InterpolationForm(
			@Schema(description = "The name of a model; the default one if left out",
					example = "peeps") @Nullable String model,

			@Schema(description = "The version of the model; the one that serves by default if left out") @Nullable String version,

			@Schema(description = "The seed of the first frame", example = "1") @Nullable Seed from,

			@Schema(description = "The seed of the last frame", example = "5") @Nullable Seed to,

			@Schema(description = "The seeds to pass, instead of from and to") @Nullable List<Seed> seeds,

			@Schema(description = "How many frames in all", defaultValue = "24") @Nullable Integer steps,

			@Schema(description = "The way between two seeds: along the sphere, or straight",
					defaultValue = "slerp") @Nullable Interpolation method,

			@Schema(description = "Whether to return to the first seed, and play for ever",
					defaultValue = "false") @Nullable Boolean loop,

			@Schema(description = "Psi: scales latents, from 0 for the mean picture to 1 for full variety",
					defaultValue = "1", minimum = "0", maximum = "1") @Nullable Truncation truncation,

			@Schema(description = "The name or the index of a class; if left out, the first seed modulo the number of classes") @Nullable Label label,

			@Schema(description = "The factor to enlarge by, to the nearest pixel",
					defaultValue = "1") @Nullable Integer scale,

			@Schema(description = "The frames that an animation shows in a second", defaultValue = "12", minimum = "1",
					maximum = "50") @Nullable Integer fps,

			@Schema(description = "The form of the answer; as Accept says if left out") @Nullable InterpolationFormat format) {

		private static final int DEFAULT_STEPS = 24;

		private static final int DEFAULT_FPS = 12;

		// Browsers slow faster animations down.
		private static final int MAX_FPS = 50;

		InterpolationRequest toRequest() {
			return new InterpolationRequest(this.model, this.version, keyFrames(),
					Objects.requireNonNullElse(this.steps, DEFAULT_STEPS),
					Objects.requireNonNullElse(this.method, Interpolation.SLERP), Boolean.TRUE.equals(this.loop),
					Objects.requireNonNullElse(this.truncation, Truncation.NONE), this.label,
					Objects.requireNonNullElse(this.scale, 1));
		}

		Duration frameTime() {
			int framesPerSecond = Objects.requireNonNullElse(this.fps, DEFAULT_FPS);
			new Bounds(1, MAX_FPS).check("fps", framesPerSecond);
			return Duration.ofMillis(Math.round(1000.0 / framesPerSecond));
		}

		private List<Seed> keyFrames() {
			if (this.seeds != null) {
				refuse("from", this.from);
				refuse("to", this.to);
				return this.seeds;
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

	/**
	 * The frames of a walk.
	 *
	 * @param model the name of the model that drew them
	 * @param version the version of its weights
	 * @param seeds the seeds that the walk passes
	 * @param frames in the order of the walk
	 */
	record InterpolationAnswer(String model, String version, List<Seed> seeds, List<FrameAnswer> frames) {

	}

	/**
	 * A frame.
	 *
	 * @param index its place among the frames, from 0
	 * @param label the name of its class, null when the model takes no label
	 * @param mediaType how it is encoded
	 * @param data the encoded picture, in base64
	 */
	record FrameAnswer(int index, @Nullable String label, String mediaType, byte[] data) {

	}

}
