package io.eidolon.web.openai;

import io.eidolon.modelcard.ModelCard;
import io.eidolon.registry.ModelRegistry;
import io.eidolon.registry.ServedModel;
import io.eidolon.web.http.ForeignApi;
import io.eidolon.web.openai.OpenAiModels.OpenAiModel;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows which models there are to clients of OpenAI's API. */
@RestController
@ForeignApi
@Tag(name = "OpenAI")
@RequestMapping("/v1/models")
class OpenAiModelController {

	private final ModelRegistry registry;

	OpenAiModelController(ModelRegistry registry) {
		this.registry = registry;
	}

	@Operation(operationId = "listOpenAiModels", summary = "List the models",
			description = "As OpenAI's API; beside that, which sizes pictures of a model can have, and whether it takes prompts.")
	@ApiResponse(responseCode = "200")
	@OpenAiErrorResponses
	@GetMapping
	OpenAiModels models() {
		return OpenAiModels.of(this.registry.models().stream().map(ServedModel::card).toList());
	}

	@Operation(operationId = "getOpenAiModel", summary = "Show a model", description = "As OpenAI's API.")
	@ApiResponse(responseCode = "200")
	@OpenAiErrorResponses
	@GetMapping("/{model}")
	OpenAiModel model(
			@Parameter(description = "The name of a model", example = "peeps-text") @PathVariable String model) {
		ModelCard card = this.registry.model(model, null).card();
		return OpenAiModel.of(card);
	}

}
