package io.eidolon.web.models;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;

import io.eidolon.image.StillFormat;
import io.eidolon.latent.Seed;
import io.eidolon.latent.Truncation;
import io.eidolon.registry.ModelRegistry;
import io.eidolon.serving.Label;
import io.eidolon.web.http.ProblemResponses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Leads from one short address to that of a seed's picture, which caches can keep. The
 * way there is relative, as a gateway may serve the whole under a path of its own.
 */
@RestController
@Tag(name = "Generate")
class SinglePictureController {

	private static final CacheControl SHORT = CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

	private final ModelRegistry registry;

	private final RandomGenerator random;

	SinglePictureController(ModelRegistry registry, RandomGenerator random) {
		this.registry = registry;
		this.random = random;
	}

	@Operation(operationId = "generateOne", summary = "Show one picture",
			description = "Redirects to GET /models/{model}/samples/{seed}; without a seed to any picture, another each time.")
	@ApiResponse(responseCode = "200", description = "The picture, to clients that follow",
			content = { @Content(mediaType = "image/png", schema = @Schema(type = "string", format = "binary")),
					@Content(mediaType = "image/jpeg", schema = @Schema(type = "string", format = "binary")),
					@Content(mediaType = "image/webp", schema = @Schema(type = "string", format = "binary")) })
	@ApiResponse(responseCode = "307", description = "Where the picture is", content = @Content)
	@ProblemResponses
	@GetMapping("/generate")
	ResponseEntity<Void> generate(
			@Parameter(description = "The name of a model; the default one if left out",
					example = "peeps") @RequestParam(required = false) @Nullable String model,
			@Parameter(description = "The seed; any if left out",
					example = "7") @RequestParam(required = false) @Nullable Seed seed,
			@Parameter(description = "How the picture is encoded; png if left out") @RequestParam(
					required = false) @Nullable StillFormat format,
			@Valid @ParameterObject @ModelAttribute SampleForm form) {
		String name = Objects.requireNonNullElseGet(model, this.registry::defaultName);
		this.registry.model(name, form.version());
		long number = (seed != null) ? seed.value() : this.random.nextLong(Seed.MAX + 1);
		UriComponentsBuilder picture = UriComponentsBuilder.fromPath("models/{model}/samples/{seed}.{extension}");
		Map<String, Object> values = new HashMap<>(Map.of("model", name, "seed", number, "extension",
				Objects.requireNonNullElse(format, StillFormat.PNG).extension()));
		query(form).forEach((parameter, value) -> {
			if (value != null) {
				picture.queryParam(parameter, '{' + parameter + '}');
				values.put(parameter, value);
			}
		});
		return ResponseEntity.status(HttpStatus.TEMPORARY_REDIRECT)
			.location(picture.encode().buildAndExpand(values).toUri())
			.cacheControl((seed != null) ? SHORT : CacheControl.noStore())
			.build();
	}

	private static Map<String, @Nullable Object> query(SampleForm form) {
		Map<String, @Nullable Object> query = new LinkedHashMap<>();
		query.put("version", form.version());
		query.put("label", (form.label() != null) ? form.label().text() : null);
		query.put("prompt", form.prompt());
		query.put("strength", form.strength());
		query.put("truncation", (form.truncation() != null) ? form.truncation().psi() : null);
		query.put("upscale", form.upscale());
		query.put("scale", form.scale());
		return query;
	}

}
