package io.eidolon.web.recognise;

import java.io.IOException;

import io.eidolon.recognition.AnomalyService;
import io.eidolon.serving.RequestContext;
import io.eidolon.web.http.ProblemResponses;
import io.eidolon.web.http.TimeoutHeader;
import io.eidolon.web.http.Upload;
import io.eidolon.web.recognise.DetectorAnswer.DetectorList;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Finds what does not belong in pictures. */
@RestController
@Tag(name = "Recognise")
class AnomalyController {

	private final AnomalyService anomalies;

	AnomalyController(AnomalyService anomalies) {
		this.anomalies = anomalies;
	}

	@Operation(operationId = "listDetectors", summary = "List the detectors of anomalies",
			description = "Those that POST /anomalies can be asked for.")
	@ApiResponse(responseCode = "200")
	@ProblemResponses
	@GetMapping(path = "/detectors", produces = MediaType.APPLICATION_JSON_VALUE)
	DetectorList list(@TimeoutHeader RequestContext context) {
		return DetectorList.of(this.anomalies.list(context));
	}

	@Operation(operationId = "findAnomalies", summary = "Find what does not belong in a picture",
			description = "A detector, which has learned from good pictures alone, says how unlike them a picture is, and "
					+ "where. The picture comes in base64, or as the part `picture` of a form: PNG, JPEG, WebP, GIF or "
					+ "BMP, of which the centre is looked at.")
	@ApiResponse(responseCode = "200")
	@ApiResponse(responseCode = "413", description = "The body is larger than the service reads",
			content = @Content(mediaType = "application/problem+json"))
	@ApiResponse(responseCode = "422", description = "There is no such detector",
			content = @Content(mediaType = "application/problem+json"))
	@ProblemResponses
	@PostMapping(path = "/anomalies", consumes = MediaType.APPLICATION_JSON_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	AnomalyAnswer anomalies(@Valid @RequestBody @Upload AnomalyForm form, @TimeoutHeader RequestContext context) {
		return AnomalyAnswer.of(this.anomalies.find(form.toRequest(), context));
	}

	@Operation(operationId = "findAnomalies", summary = "Find what does not belong in a picture",
			description = "As with JSON, of a form with a part `picture`.")
	@ProblemResponses
	@PostMapping(path = "/anomalies", consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	AnomalyAnswer upload(@RequestPart("picture") MultipartFile picture, @Valid @ModelAttribute AnomalyFields fields,
			@TimeoutHeader RequestContext context) throws IOException {
		return AnomalyAnswer.of(this.anomalies.find(fields.toForm().toRequest(picture.getBytes()), context));
	}

}
