package io.eidolon.web;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.eidolon.modelcard.ModelCard;
import io.eidolon.registry.ModelRegistry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows which models there are. */
@RestController
@RequestMapping("/models")
class ModelController {

	private static final CacheControl SHORT = CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

	private final ModelRegistry registry;

	ModelController(ModelRegistry registry) {
		this.registry = registry;
	}

	@Operation(summary = "List the models")
	@GetMapping
	ModelList models() {
		List<ModelSummary> models = this.registry.cards().stream().map(ModelSummary::of).toList();
		return new ModelList(models.isEmpty() ? null : this.registry.defaultName(), models);
	}

	@Operation(summary = "Show a model's card: what it draws, and where it comes from")
	@ApiResponse(responseCode = "200")
	@ProblemResponses
	@GetMapping("/{model}")
	ModelCard model(@Parameter(description = "The name of a model", example = "peeps") @PathVariable String model) {
		return this.registry.card(model);
	}

	@Operation(summary = "Show a picture of what a model draws")
	@ApiResponse(responseCode = "200",
			content = @Content(mediaType = "image/png", schema = @Schema(type = "string", format = "binary")))
	@ProblemResponses
	@GetMapping(path = "/{model}/" + ModelCard.PREVIEW_FILE)
	ResponseEntity<Resource> preview(
			@Parameter(description = "The name of a model", example = "peeps") @PathVariable String model) {
		Path file = this.registry.file(model, ModelCard.PREVIEW_FILE);
		if (!Files.isRegularFile(file)) {
			throw new NotServedException("model", model, "one that has a " + ModelCard.PREVIEW_FILE);
		}
		return ResponseEntity.ok()
			.cacheControl(SHORT)
			.contentType(MediaType.IMAGE_PNG)
			.body(new FileSystemResource(file));
	}

	/**
	 * The models that serve.
	 *
	 * @param defaultModel the name of the model that answers when none is asked for
	 * @param models all, by name
	 */
	record ModelList(@Nullable String defaultModel, List<ModelSummary> models) {

	}

	/**
	 * A model in short.
	 *
	 * @param name the name that requests use
	 * @param version the version of its weights
	 * @param title one line for people
	 * @param width the pixels of a picture's rows
	 * @param height the pixels of a picture's columns
	 * @param channels 1 for grey, 3 for red, green and blue
	 * @param latentDimension the length of a latent
	 * @param classes the names of its labels, by index; empty when it takes none
	 * @param licence the terms of its weights
	 */
	record ModelSummary(String name, String version, String title, int width, int height, int channels,
			int latentDimension, List<String> classes, @Nullable String licence) {

		static ModelSummary of(ModelCard card) {
			return new ModelSummary(card.name(), card.version(), card.title(), card.image().width(),
					card.image().height(), card.image().channels(), card.latent().dimension(), card.classes(),
					card.licence());
		}

	}

}
