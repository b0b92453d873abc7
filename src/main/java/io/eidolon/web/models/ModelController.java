package io.eidolon.web.models;

import java.time.Duration;
import java.util.List;

import io.eidolon.image.PictureFile;
import io.eidolon.modelcard.ModelFiles;
import io.eidolon.registry.ModelRegistry;
import io.eidolon.web.http.ProblemResponses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows which models there are. */
@RestController
@Tag(name = "Models")
@RequestMapping("/models")
class ModelController {

	private static final CacheControl SHORT = CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

	private static final String VERSION = "The version of the model; the one that serves by default if left out";

	private final ModelRegistry registry;

	ModelController(ModelRegistry registry) {
		this.registry = registry;
	}

	@Operation(operationId = "listModels", summary = "List the models")
	@ApiResponse(responseCode = "200")
	@ApiResponse(responseCode = "406", description = "Accept allows none of the answer's forms",
			content = @Content(mediaType = "application/problem+json"))
	@GetMapping
	ModelList models() {
		List<ModelList.ModelSummary> models = this.registry.models().stream().map(ModelList.ModelSummary::of).toList();
		return new ModelList(models.isEmpty() ? null : this.registry.defaultName(), models);
	}

	@Operation(operationId = "getModel",
			summary = "Show a model's card: what it generates, which prompts it takes, where it comes from, and how it is computed")
	@ApiResponse(responseCode = "200")
	@ProblemResponses
	@GetMapping("/{model}")
	ModelAnswer model(@Parameter(description = "The name of a model", example = "peeps") @PathVariable String model,
			@Parameter(description = VERSION) @RequestParam(required = false) @Nullable String version) {
		return ModelAnswer.of(this.registry.model(model, version));
	}

	@Operation(operationId = "getPreview", summary = "Show a picture of what a model generates")
	@ApiResponse(responseCode = "200",
			content = @Content(mediaType = "image/png", schema = @Schema(type = "string", format = "binary")))
	@ProblemResponses
	@GetMapping(path = "/{model}/" + ModelFiles.PREVIEW)
	ResponseEntity<byte[]> preview(
			@Parameter(description = "The name of a model", example = "peeps") @PathVariable String model,
			@Parameter(description = VERSION) @RequestParam(required = false) @Nullable String version) {
		byte[] preview = this.registry.preview(model, version)
			.filter(PictureFile::isPng)
			.orElseThrow(() -> new NotServedException("model", model, "one that has a " + ModelFiles.PREVIEW));
		return ResponseEntity.ok().cacheControl(SHORT).contentType(MediaType.IMAGE_PNG).body(preview);
	}

}
