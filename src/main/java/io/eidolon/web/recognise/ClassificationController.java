package io.eidolon.web.recognise;

import io.eidolon.recognition.ClassificationService;
import io.eidolon.serving.RequestContext;
import io.eidolon.web.http.ProblemResponses;
import io.eidolon.web.http.TimeoutHeader;
import io.eidolon.web.http.Upload;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Tells the classes of pictures. */
@RestController
@Tag(name = "Recognise")
class ClassificationController {

	private final ClassificationService classes;

	ClassificationController(ClassificationService classes) {
		this.classes = classes;
	}

	@Operation(operationId = "classify", summary = "Tell the classes of pictures",
			description = "By a probe, by sentences, or by generating each picture as each class of the model: the class "
					+ "that comes nearest is the most likely one. Where none comes near, the picture is rejected.")
	@ApiResponse(responseCode = "200")
	@ApiResponse(responseCode = "413", description = "The body is larger than the service reads",
			content = @Content(mediaType = "application/problem+json"))
	@ApiResponse(responseCode = "422",
			description = "The model comes without what it takes: classes, an encoder, a gradient, or a network that reads pictures",
			content = @Content(mediaType = "application/problem+json"))
	@ProblemResponses
	@PostMapping(path = "/classify", consumes = MediaType.APPLICATION_JSON_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	ClassificationAnswer classify(@Valid @RequestBody @Upload ClassificationForm form,
			@TimeoutHeader RequestContext context) {
		return ClassificationAnswer.of(this.classes.classify(form.toRequest(), context));
	}

}
