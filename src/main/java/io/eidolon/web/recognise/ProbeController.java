package io.eidolon.web.recognise;

import java.net.URI;

import io.eidolon.recognition.Probe;
import io.eidolon.recognition.ProbeService;
import io.eidolon.serving.RequestContext;
import io.eidolon.web.http.ProblemResponses;
import io.eidolon.web.http.TimeoutHeader;
import io.eidolon.web.http.Upload;
import io.eidolon.web.recognise.ProbeAnswer.ProbeList;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;

/** Makes, lists and deletes probes. */
@RestController
@Tag(name = "Recognise")
class ProbeController {

	private static final String MODEL = "The name of a model";

	private final ProbeService probes;

	ProbeController(ProbeService probes) {
		this.probes = probes;
	}

	@Operation(operationId = "createProbe", summary = "Fit a probe to labelled pictures",
			description = "Fits a linear classifier to the features of pictures with labels and keeps it under a name, "
					+ "by which POST /classify asks for it. The answer says how many of the pictures it names right when "
					+ "each is left out in turn.")
	@ApiResponse(responseCode = "201", description = "The probe is there")
	@ApiResponse(responseCode = "409", description = "There is a probe of that name, or there are as many as may be",
			content = @Content(mediaType = "application/problem+json"))
	@ApiResponse(responseCode = "413", description = "The body is larger than the service reads",
			content = @Content(mediaType = "application/problem+json"))
	@ApiResponse(responseCode = "422", description = "The model comes without the network of that space",
			content = @Content(mediaType = "application/problem+json"))
	@ProblemResponses
	@PostMapping(path = "/models/{model}/probes", consumes = MediaType.APPLICATION_JSON_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<ProbeAnswer> create(@Parameter(description = MODEL, example = "peeps") @PathVariable String model,
			@Valid @RequestBody @Upload ProbeForm form, @TimeoutHeader RequestContext context) {
		Probe probe = this.probes.create(form.toRequest(model), context);
		return ResponseEntity
			.created(URI.create(
					"/models/%s/probes/%s".formatted(UriUtils.encodePathSegment(probe.model(), "UTF-8"), probe.name())))
			.body(ProbeAnswer.of(probe));
	}

	@Operation(operationId = "listProbes", summary = "List the probes of a model",
			description = "Those that can be read, and which files cannot.")
	@ApiResponse(responseCode = "200")
	@ProblemResponses
	@GetMapping(path = "/models/{model}/probes", produces = MediaType.APPLICATION_JSON_VALUE)
	ProbeList list(@Parameter(description = MODEL, example = "peeps") @PathVariable String model,
			@TimeoutHeader RequestContext context) {
		return ProbeList.of(this.probes.list(model, context));
	}

	@Operation(operationId = "deleteProbe", summary = "Delete a probe",
			description = "Deletes it from the folder of the service.")
	@ApiResponse(responseCode = "204", description = "It is gone")
	@ProblemResponses
	@DeleteMapping("/models/{model}/probes/{probe}")
	ResponseEntity<Void> delete(@Parameter(description = MODEL, example = "peeps") @PathVariable String model,
			@Parameter(description = "The name of a probe", example = "red-or-blue") @PathVariable String probe,
			@TimeoutHeader RequestContext context) {
		this.probes.delete(model, probe, context);
		return ResponseEntity.noContent().build();
	}

}
