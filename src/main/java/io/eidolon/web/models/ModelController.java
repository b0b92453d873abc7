package io.eidolon.web.models;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.eidolon.inference.plan.ExecutionPlan;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.registry.ModelRegistry;
import io.eidolon.registry.ServedModel;
import io.eidolon.web.http.NotServedException;
import io.eidolon.web.http.ProblemResponses;
import io.eidolon.web.http.WireType;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows which models there are. */
@RestController
@RequestMapping("/models")
class ModelController {

	private static final CacheControl SHORT = CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

	private static final String VERSION = "The version of the model; the one that serves by default if left out";

	private final ModelRegistry registry;

	ModelController(ModelRegistry registry) {
		this.registry = registry;
	}

	@Operation(summary = "List the models")
	@GetMapping
	ModelList models() {
		List<ModelSummary> models = this.registry.models().stream().map(ModelSummary::of).toList();
		return new ModelList(models.isEmpty() ? null : this.registry.defaultName(), models);
	}

	@Operation(summary = "Show a model's card: what it draws, where it comes from, and how it is computed")
	@ApiResponse(responseCode = "200")
	@ProblemResponses
	@GetMapping("/{model}")
	ModelAnswer model(@Parameter(description = "The name of a model", example = "peeps") @PathVariable String model,
			@Parameter(description = VERSION) @RequestParam(required = false) @Nullable String version) {
		return ModelAnswer.of(this.registry.model(model, version));
	}

	@Operation(summary = "Show a picture of what a model draws")
	@ApiResponse(responseCode = "200",
			content = @Content(mediaType = "image/png", schema = @Schema(type = "string", format = "binary")))
	@ProblemResponses
	@GetMapping(path = "/{model}/" + ModelCard.PREVIEW_FILE)
	ResponseEntity<Resource> preview(
			@Parameter(description = "The name of a model", example = "peeps") @PathVariable String model,
			@Parameter(description = VERSION) @RequestParam(required = false) @Nullable String version) {
		Path file = this.registry.file(model, version, ModelCard.PREVIEW_FILE);
		if (!Files.isRegularFile(file)) {
			throw new NotServedException("model", model, "one that has a " + ModelCard.PREVIEW_FILE);
		}
		return ResponseEntity.ok()
			.cacheControl(SHORT)
			.contentType(MediaType.IMAGE_PNG)
			.body(new FileSystemResource(file));
	}

	/**
	 * A model in full.
	 *
	 * @param card the properties of its card
	 * @param serving how it is computed
	 * @param versions the versions that can be asked for, the newest first
	 */
	record ModelAnswer(@JsonUnwrapped ModelCard card, ServingAnswer serving, List<String> versions) {

		static ModelAnswer of(ServedModel model) {
			return new ModelAnswer(model.card(), ServingAnswer.of(model.plan()), model.versions());
		}

	}

	/**
	 * How a model is computed.
	 *
	 * @param graph {@code rewritten} when an equal graph that is faster takes the place
	 * of the file's, else {@code as-exported}
	 * @param rewrites the names of the rewrites, in their order
	 * @param speedup how many times as fast as the file's graph it is, for one picture
	 * @param precision {@code float32} or {@code int8}
	 * @param psnr decibels between its pictures and those of the file's graph, null when
	 * both compute with floats
	 * @param device where it runs
	 */
	record ServingAnswer(String graph, List<String> rewrites, double speedup, String precision, @Nullable Double psnr,
			String device) {

		static ServingAnswer of(ExecutionPlan plan) {
			return new ServingAnswer(WireType.name(plan.graph()), plan.rewrites(), plan.speedup(),
					WireType.name(plan.precision()), plan.psnr(), plan.device());
		}

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
	 * @param version the version of its weights that answers when none is asked for
	 * @param versions the versions that can be asked for, the newest first
	 * @param title one line for people
	 * @param width the pixels of a picture's rows
	 * @param height the pixels of a picture's columns
	 * @param channels 1 for grey, 3 for red, green and blue
	 * @param latentDimension the length of a latent
	 * @param classes the names of its labels, by index; empty when it takes none
	 * @param licence the terms of its weights
	 */
	record ModelSummary(String name, String version, List<String> versions, String title, int width, int height,
			int channels, int latentDimension, List<String> classes, @Nullable String licence) {

		static ModelSummary of(ServedModel model) {
			ModelCard card = model.card();
			return new ModelSummary(card.name(), card.version(), model.versions(), card.title(), card.image().width(),
					card.image().height(), card.image().channels(), card.latent().dimension(), card.classes(),
					card.licence());
		}

	}

}
