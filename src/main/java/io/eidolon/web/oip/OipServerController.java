package io.eidolon.web.oip;

import java.util.List;

import io.eidolon.web.http.ForeignApi;
import io.eidolon.web.oip.OipMetadata.NetworkAnswer;
import io.eidolon.web.oip.OipMetadata.ServerAnswer;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.info.BuildProperties;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says what the service and its networks are, in the Open Inference Protocol. */
@RestController
@ForeignApi
@Tag(name = "Open Inference Protocol")
@RequestMapping("/v2")
class OipServerController {

	private static final String NAME = "A model, or a network that comes with it: peeps.encoder, peeps.discriminator";

	private final OipModels models;

	private final ApplicationAvailability availability;

	private final String version;

	OipServerController(OipModels models, ApplicationAvailability availability, ObjectProvider<BuildProperties> build) {
		this.models = models;
		this.availability = availability;
		BuildProperties properties = build.getIfAvailable();
		this.version = (properties != null && properties.getVersion() != null) ? properties.getVersion() : "unknown";
	}

	@Hidden
	@GetMapping("/health/live")
	ResponseEntity<Void> live() {
		return ResponseEntity.ok().build();
	}

	@Hidden
	@GetMapping("/health/ready")
	ResponseEntity<OipError> ready() {
		boolean ready = this.availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC
				&& !this.models.isEmpty();
		return ready ? ResponseEntity.ok().build() : ResponseEntity.status(503).body(new OipError("No model serves"));
	}

	@Operation(operationId = "oipServer", summary = "Name, version and extensions of the service")
	@ApiResponse(responseCode = "200")
	@ApiResponse(responseCode = "406", description = "Accept allows none of the answer's forms",
			content = @Content(mediaType = "application/json", schema = @Schema(implementation = OipError.class)))
	@GetMapping
	ServerAnswer server() {
		return new ServerAnswer("eidolon", this.version, List.of("binary_tensor_data"));
	}

	@Hidden
	@GetMapping("/")
	ServerAnswer serverWithSlash() {
		return server();
	}

	@Operation(operationId = "oipModelReady", summary = "Whether a network serves; also under /versions/{version}")
	@ApiResponse(responseCode = "200", content = @Content)
	@OipErrorResponses
	@GetMapping("/models/{model}/ready")
	ResponseEntity<Void> modelReady(@Parameter(description = NAME, example = "peeps") @PathVariable String model) {
		this.models.find(model, null);
		return ResponseEntity.ok().build();
	}

	@Hidden
	@GetMapping("/models/{model}/versions/{version}/ready")
	ResponseEntity<Void> versionReady(@PathVariable String model, @PathVariable String version) {
		this.models.find(model, version);
		return ResponseEntity.ok().build();
	}

	@Operation(operationId = "oipModel", summary = "The tensors of a network; also under /versions/{version}")
	@ApiResponse(responseCode = "200")
	@OipErrorResponses
	@GetMapping("/models/{model}")
	NetworkAnswer model(@Parameter(description = NAME, example = "peeps") @PathVariable String model) {
		return NetworkAnswer.of(this.models.find(model, null));
	}

	@Hidden
	@GetMapping("/models/{model}/versions/{version}")
	NetworkAnswer version(@PathVariable String model, @PathVariable String version) {
		return NetworkAnswer.of(this.models.find(model, version));
	}

}
