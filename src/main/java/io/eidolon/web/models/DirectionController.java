package io.eidolon.web.models;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.eidolon.directions.DirectionService;
import io.eidolon.directions.DirectionService.ModelDirections;
import io.eidolon.directions.FoundDirection;
import io.eidolon.serving.RequestContext;
import io.eidolon.web.http.ProblemResponses;
import io.eidolon.web.http.TimeoutHeader;
import io.eidolon.web.http.WireType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows along which directions a model's pictures can be changed. */
@RestController
@Tag(name = "Models")
class DirectionController {

	private final DirectionService directions;

	DirectionController(DirectionService directions) {
		this.directions = directions;
	}

	@Operation(operationId = "listDirections", summary = "List the directions of a model",
			description = "Directions of latents that change pictures in one way: those that the card names, principal "
					+ "components of the pictures, and what the first layer answers to most. POST /generate takes their "
					+ "names. The first request for a model waits until they are found.")
	@ApiResponse(responseCode = "200")
	@ProblemResponses
	@GetMapping("/models/{model}/directions")
	DirectionList directions(
			@Parameter(description = "The name of a model", example = "peeps") @PathVariable String model,
			@Parameter(
					description = "The version of the model; the one that serves by default if left out") @RequestParam(
							required = false) @Nullable String version,
			@Parameter(description = "Whether to show the unit vectors") @RequestParam(
					defaultValue = "false") boolean vectors,
			@TimeoutHeader RequestContext context) {
		ModelDirections found = this.directions.directions(model, version, context);
		return new DirectionList(found.card().name(), found.card().version(),
				found.directions().all().stream().map((direction) -> DirectionAnswer.of(direction, vectors)).toList());
	}

	/**
	 * The directions of a model.
	 *
	 * @param model the name of the model
	 * @param version the version of its weights
	 * @param directions those that its card names first
	 */
	record DirectionList(String model, String version, List<DirectionAnswer> directions) {

	}

	/**
	 * A direction.
	 *
	 * @param name the name that requests use
	 * @param kind how it was found: {@code pca} or {@code sefa}
	 * @param title one line for people
	 * @param of the direction that it is another name of, null for others
	 * @param share the share of the variance of pictures, or of the first layer's squared
	 * weights, that goes with it
	 * @param minimum the least strength that can be asked for
	 * @param maximum the greatest strength that can be asked for
	 * @param vector the unit vector, as long as a latent; only when it is asked for
	 */
	record DirectionAnswer(String name, String kind, String title, @Nullable String of, double share, double minimum,
			double maximum, @JsonInclude(JsonInclude.Include.NON_NULL) float @Nullable [] vector) {

		static DirectionAnswer of(FoundDirection direction, boolean vectors) {
			return new DirectionAnswer(direction.name(), WireType.name(direction.kind()), direction.title(),
					direction.of(), direction.share(), direction.minimum(), direction.maximum(),
					vectors ? direction.direction().vector() : null);
		}

	}

}
