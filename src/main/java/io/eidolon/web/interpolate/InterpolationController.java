package io.eidolon.web.interpolate;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.eidolon.image.AnimationFormat;
import io.eidolon.image.StillFormat;
import io.eidolon.interpolation.InterpolationRequest;
import io.eidolon.interpolation.InterpolationService;
import io.eidolon.latent.Seed;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.serving.GeneratedImage;
import io.eidolon.serving.GeneratedPictures;
import io.eidolon.serving.Prompts;
import io.eidolon.serving.RequestContext;
import io.eidolon.web.http.Accept;
import io.eidolon.web.http.BinaryResponse;
import io.eidolon.web.http.Examples;
import io.eidolon.web.http.ProblemResponses;
import io.eidolon.web.http.TimeoutHeader;
import io.eidolon.web.http.WarningHeader;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Walks through latent space. */
@RestController
@Tag(name = "Generate")
class InterpolationController {

	private final InterpolationService interpolation;

	InterpolationController(InterpolationService interpolation) {
		this.interpolation = interpolation;
	}

	@Operation(operationId = "interpolate", summary = "Walk from seed to seed, or from words to words",
			description = "By `format`, else by Accept: an animation (gif, webp, apng), all frames side by side (png), "
					+ "or each frame (json, zip). Give `from` and `to`, or `seeds`. A model whose card has `text` also goes "
					+ "from `prompt` to `toPrompt`, at one seed or on the way between seeds.")
	@WalkResponse
	@ProblemResponses
	@GetMapping("/interpolate")
	ResponseEntity<Object> interpolate(@Valid @ParameterObject @ModelAttribute InterpolationForm form,
			@Parameter(hidden = true) @RequestHeader HttpHeaders headers, @TimeoutHeader RequestContext context)
			throws HttpMediaTypeNotAcceptableException {
		return Caching.of(answer(form.toRequest(), form.format(), form.frameTime(), form.forEver(), headers, context),
				form.version());
	}

	@Operation(operationId = "interpolateLatents", summary = "Walk from latent to latent",
			description = "As GET /interpolate, between latents that are given")
	@io.swagger.v3.oas.annotations.parameters.RequestBody(
			content = @Content(schema = @Schema(implementation = LatentWalkForm.class),
					examples = @ExampleObject(name = "latents", summary = "From one latent to another",
							value = "{\"model\": \"peeps\", \"latents\": [" + Examples.LATENT + ", "
									+ Examples.OTHER_LATENT + "]}")))
	@WalkResponse
	@ProblemResponses
	@PostMapping(path = "/interpolate", consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Object> walk(@Valid @RequestBody LatentWalkForm form,
			@Parameter(hidden = true) @RequestHeader HttpHeaders headers, @TimeoutHeader RequestContext context)
			throws HttpMediaTypeNotAcceptableException {
		return answer(form.toRequest(), form.format(), form.frameTime(), form.forEver(), headers, context);
	}

	private ResponseEntity<Object> answer(InterpolationRequest request, @Nullable InterpolationFormat asked,
			Duration frameTime, boolean forEver, HttpHeaders headers, RequestContext context)
			throws HttpMediaTypeNotAcceptableException {
		InterpolationFormat format = (asked != null) ? asked
				: Accept.of(headers).choose(List.of(InterpolationFormat.values()));
		return switch (format) {
			case GIF -> animation(request, AnimationFormat.GIF, frameTime, forEver, context);
			case WEBP -> animation(request, AnimationFormat.WEBP, frameTime, forEver, context);
			case APNG -> animation(request, AnimationFormat.APNG, frameTime, forEver, context);
			case PNG -> image(request, this.interpolation.filmstrip(request, StillFormat.PNG, context),
					format.mediaType(), StillFormat.PNG.extension());
			case JSON -> json(request, this.interpolation.frames(request, StillFormat.PNG, context));
			case ZIP -> zip(request, this.interpolation.frames(request, StillFormat.PNG, context));
		};
	}

	private ResponseEntity<Object> animation(InterpolationRequest request, AnimationFormat format, Duration frameTime,
			boolean forEver, RequestContext context) {
		return image(request, this.interpolation.animation(request, format, frameTime, forEver, context),
				MediaType.valueOf(format.mediaType()), format.extension());
	}

	private static ResponseEntity<Object> image(InterpolationRequest request, GeneratedImage generated,
			MediaType mediaType, String extension) {
		return WarningHeader.on(BinaryResponse.of(generated, request.keyFrames(), mediaType, extension),
				request.prompts().warnings(generated.card()));
	}

	private static ResponseEntity<Object> json(InterpolationRequest request, GeneratedPictures generated) {
		ModelCard card = generated.card();
		List<FrameAnswer> frames = generated.pictures()
			.stream()
			.map((picture) -> new FrameAnswer(picture.sample().index(), picture.sample().label(),
					StillFormat.PNG.mediaType(), picture.data()))
			.toList();
		Prompts prompts = request.prompts();
		List<String> warnings = prompts.warnings(card);
		return WarningHeader.on(
				ResponseEntity.ok()
					.varyBy(HttpHeaders.ACCEPT)
					.contentType(MediaType.APPLICATION_JSON)
					.body(new InterpolationAnswer(card.name(), card.version(), request.keyFrames(), prompts.texts(),
							prompts.strengthIfAny(), request.enlargement().upscaleIfAny(), warnings, frames)),
				warnings);
	}

	private static ResponseEntity<Object> zip(InterpolationRequest request, GeneratedPictures generated) {
		Map<String, byte[]> files = new LinkedHashMap<>();
		String suffix = request.enlargement().fileSuffix();
		generated.pictures()
			.forEach((picture) -> files.put(String.format(Locale.ROOT, "%s-%03d%s.%s", generated.card().name(),
					picture.sample().index(), suffix, StillFormat.PNG.extension()), picture.data()));
		return WarningHeader.on(BinaryResponse.zip(generated.card(), request.keyFrames(), files),
				request.prompts().warnings(generated.card()));
	}

	/**
	 * The frames of a walk.
	 *
	 * @param model the name of the model that generated them
	 * @param version the version of its weights
	 * @param seeds the seeds that the walk passes
	 * @param prompts the words that it passes; left out without any
	 * @param strength how closely these were followed; left out without any
	 * @param upscale the factor that the super-resolution network enlarged the frames by;
	 * left out without it
	 * @param warnings what the client should know of its words; left out when there is
	 * nothing
	 * @param frames in the order of the walk
	 */
	record InterpolationAnswer(String model, String version, List<Seed> seeds,
			@JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> prompts,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Float strength,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer upscale,
			@JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> warnings, List<FrameAnswer> frames) {

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
