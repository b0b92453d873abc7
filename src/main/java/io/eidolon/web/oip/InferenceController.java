package io.eidolon.web.oip;

import java.util.List;

import io.eidolon.serving.RequestContext;
import io.eidolon.web.http.Examples;
import io.eidolon.web.http.ForeignApi;
import io.eidolon.web.http.TimeoutHeader;
import io.eidolon.web.http.Upload;
import io.eidolon.web.oip.InferenceAnswer.OutputAnswer;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Runs networks on tensors, in the Open Inference Protocol. */
@RestController
@ForeignApi
@Tag(name = "Open Inference Protocol")
@RequestMapping("/v2/models/{model}")
class InferenceController {

	private final OipModels models;

	private final Inference inference;

	private final JsonMapper json;

	InferenceController(OipModels models, Inference inference, JsonMapper json) {
		this.models = models;
		this.inference = inference;
		this.json = json;
	}

	@Operation(operationId = "oipInfer", summary = "Run a network on tensors; also under /versions/{version}",
			description = "Latents become images; with `.encoder` or `.discriminator` behind the model's name, images "
					+ "become latents or features. Tensors come and go as JSON, or in binary after it "
					+ "(`Inference-Header-Content-Length`).")
	@io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(mediaType = "application/json",
			schema = @Schema(implementation = InferenceForm.class),
			examples = @ExampleObject(name = "latent", summary = "A picture from a latent",
					value = "{\"inputs\": [{\"name\": \"z\", \"shape\": [1, 100], \"datatype\": \"FP32\", \"data\": "
							+ Examples.LATENT + "}]}")))
	@ApiResponse(responseCode = "200",
			content = {
					@Content(mediaType = "application/json", schema = @Schema(implementation = InferenceAnswer.class)),
					@Content(mediaType = "application/octet-stream",
							schema = @Schema(type = "string", format = "binary")) })
	@ApiResponse(responseCode = "413", description = "The body is larger than the service reads",
			content = @Content(mediaType = "application/json", schema = @Schema(implementation = OipError.class)))
	@OipErrorResponses
	@PostMapping("/infer")
	ResponseEntity<Object> infer(
			@Parameter(description = "A model, or a network that comes with it: peeps.encoder, peeps.discriminator",
					example = "peeps") @PathVariable String model,
			@Parameter(description = "How many bytes of the body are JSON; all if left out") @RequestHeader(
					name = InferenceBody.JSON_LENGTH, required = false) @Nullable String jsonLength,
			@RequestBody @Upload byte[] body, @TimeoutHeader RequestContext context) {
		return answer(model, null, jsonLength, body, context);
	}

	@Hidden
	@PostMapping("/versions/{version}/infer")
	ResponseEntity<Object> inferVersion(@PathVariable String model, @PathVariable String version,
			@RequestHeader(name = InferenceBody.JSON_LENGTH, required = false) @Nullable String jsonLength,
			@RequestBody @Upload byte[] body, RequestContext context) {
		return answer(model, version, jsonLength, body, context);
	}

	private ResponseEntity<Object> answer(String name, @Nullable String version, @Nullable String jsonLength,
			byte[] body, RequestContext context) {
		TensorModel model = this.models.find(name, version).model();
		InferenceBody request = InferenceBody.read(body, jsonLength, this.json);
		WireTensor made = this.inference.run(model, request, context);
		boolean binary = request.binary(made.name());
		InferenceAnswer answer = new InferenceAnswer(model.name(), model.card().version(), request.form().id(),
				List.of(OutputAnswer.of(made, binary)));
		return binary ? binary(answer, made) : ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(answer);
	}

	private ResponseEntity<Object> binary(InferenceAnswer answer, WireTensor made) {
		byte[] text = this.json.writeValueAsBytes(answer);
		byte[] all = new byte[text.length + made.data().length];
		System.arraycopy(text, 0, all, 0, text.length);
		System.arraycopy(made.data(), 0, all, text.length, made.data().length);
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_OCTET_STREAM)
			.header(InferenceBody.JSON_LENGTH, Integer.toString(text.length))
			.body(all);
	}

}
