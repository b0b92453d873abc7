package io.eidolon.web.models;

import java.util.Arrays;
import java.util.List;

import io.eidolon.generation.GenerationService;
import io.eidolon.image.StillFormat;
import io.eidolon.inference.plan.ExecutionPlan;
import io.eidolon.latent.Seed;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.registry.ModelRegistry;
import io.eidolon.registry.ServedModel;
import io.eidolon.serving.GeneratedPictures;
import io.eidolon.serving.Prompt;
import io.eidolon.serving.Prompts;
import io.eidolon.serving.Provenance;
import io.eidolon.serving.RequestContext;
import io.eidolon.web.http.EntityTag;
import io.eidolon.web.http.Freshness;
import io.eidolon.web.http.BinaryResponse;
import io.eidolon.web.http.ProblemResponses;
import io.eidolon.web.http.TimeoutHeader;
import io.eidolon.web.http.WarningHeader;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Gives each picture a URL that caches can keep. While a URL names no version, a model
 * may be replaced behind it: then caches ask again after a week. With a version it is the
 * same picture for ever.
 */
@RestController
@Tag(name = "Models")
class SampleController {

	private final ModelRegistry registry;

	private final GenerationService generation;

	private final Provenance provenance;

	SampleController(ModelRegistry registry, GenerationService generation, Provenance provenance) {
		this.registry = registry;
		this.generation = generation;
		this.provenance = provenance;
	}

	@Operation(operationId = "getSample", summary = "Show the picture of a seed",
			description = "A URL that caches can keep: the answer has a strong ETag, known before the picture is generated. "
					+ "A model whose card has `text` takes a `prompt`.")
	@ApiResponse(responseCode = "200",
			content = { @Content(mediaType = "image/png", schema = @Schema(type = "string", format = "binary")),
					@Content(mediaType = "image/jpeg", schema = @Schema(type = "string", format = "binary")),
					@Content(mediaType = "image/webp", schema = @Schema(type = "string", format = "binary")) })
	@ApiResponse(responseCode = "304", description = "The client has the picture already", content = @Content)
	@ApiResponse(responseCode = "412", description = "If-Match names another picture",
			content = @Content(mediaType = "application/problem+json"))
	@ProblemResponses
	@GetMapping("/models/{model}/samples/{seed}.{extension}")
	ResponseEntity<Object> sample(
			@Parameter(description = "The name of a model", example = "peeps") @PathVariable String model,
			@Parameter(description = "The seed", example = "7") @PathVariable Seed seed,
			@Parameter(description = "How the picture is encoded: png, jpg or webp",
					example = "png") @PathVariable String extension,
			@Valid @ParameterObject @ModelAttribute SampleForm form, @TimeoutHeader RequestContext context,
			@Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
		StillFormat format = format(extension);
		ServedModel served = this.registry.model(model, form.version());
		context.checkModel(served.card().name());
		String tag = tag(served.card(), served.plan(), seed, form, format);
		switch (Precondition.of(headers, tag)) {
			case FAILED ->
				throw new PreconditionFailedException(String.join(", ", headers.getOrEmpty(HttpHeaders.IF_MATCH)), tag);
			case NOT_MODIFIED -> {
				return ResponseEntity.status(HttpStatus.NOT_MODIFIED).headers(caching(form, tag)).build();
			}
			case MET -> {
				// Generated below.
			}
		}
		GeneratedPictures generated = this.generation.pictures(form.toRequest(model, seed), format, context);
		// Another may have come since.
		ModelCard card = generated.card();
		return ResponseEntity.ok()
			.headers(BinaryResponse.headers(card, List.of(seed), format.extension()))
			.headers(WarningHeader.of(form.prompts().warnings(card)))
			.headers(caching(form, tag(card, generated.plan(), seed, form, format)))
			.contentType(MediaType.valueOf(format.mediaType()))
			.body(generated.pictures().getFirst().data());
	}

	private static StillFormat format(String extension) {
		return Arrays.stream(StillFormat.values())
			.filter((format) -> format.extension().equals(extension))
			.findFirst()
			.orElseThrow(() -> new NotServedException("extension", extension, "one of "
					+ String.join(", ", Arrays.stream(StillFormat.values()).map(StillFormat::extension).toList())));
	}

	private String tag(ModelCard card, ExecutionPlan plan, Seed seed, SampleForm form, StillFormat format) {
		return EntityTag.of(this.provenance.constants(), card.name(), card.version(), card.files(), card.image(),
				plan.ports(), plan.graph(), plan.precision(), seed, form.label(), form.truncation(), form.upscale(),
				form.scale(), format, prompts(card, seed, form));
	}

	private static Prompts prompts(ModelCard card, Seed seed, SampleForm form) {
		Prompt caption = Prompt.ofSeed(card, seed);
		return (form.prompt() == null && caption != null) ? new Prompts(List.of(caption), 1) : form.prompts();
	}

	private static HttpHeaders caching(SampleForm form, String tag) {
		HttpHeaders headers = new HttpHeaders();
		headers.setETag(tag);
		headers.setCacheControl(Freshness.of(form.version()));
		return headers;
	}

}
