package io.eidolon.web.project;

import java.io.IOException;

import io.eidolon.projection.ProjectionProgress;
import io.eidolon.projection.ProjectionRequest;
import io.eidolon.projection.ProjectionService;
import io.eidolon.serving.InvalidParameterException;
import io.eidolon.serving.RequestContext;
import io.eidolon.web.http.Base64Field;
import io.eidolon.web.http.ProblemResponses;
import io.eidolon.web.http.SearchAnswers;
import io.eidolon.web.http.TimeoutHeader;
import io.eidolon.web.http.Upload;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Projects pictures onto what a model can generate. */
@RestController
@Tag(name = "Edit")
class ProjectionController {

	private final ProjectionService projections;

	private final SearchAnswers answers;

	ProjectionController(ProjectionService projections, SearchAnswers answers) {
		this.projections = projections;
		this.answers = answers;
	}

	@Operation(operationId = "project", summary = "Find the latent of a picture",
			description = "Looks for the latent whose picture is nearest to one that is given, in base64 or as the part "
					+ "`picture` of a form: PNG, JPEG, WebP, GIF or BMP, of which the centre is taken. By Accept: JSON, "
					+ "or server-sent events `progress`, `done` and `problem`. Closing the connection ends the search.")
	@ApiResponse(responseCode = "200",
			content = {
					@Content(mediaType = "application/json", schema = @Schema(implementation = ProjectionAnswer.class)),
					@Content(mediaType = "text/event-stream",
							schema = @Schema(description = "The data of the events `progress`, `done` and `problem`",
									oneOf = { ProjectionAnswer.ProjectionProgressAnswer.class, ProjectionAnswer.class,
											ProblemDetail.class })) })
	@ApiResponse(responseCode = "413", description = "The body is larger than the service reads",
			content = @Content(mediaType = "application/problem+json"))
	@ApiResponse(responseCode = "422", description = "The model has no gradient: an operator of it has no rule",
			content = @Content(mediaType = "application/problem+json"))
	@ProblemResponses
	@PostMapping(path = "/project", consumes = MediaType.APPLICATION_JSON_VALUE)
	@Nullable ResponseEntity<Object> project(@Valid @RequestBody @Upload ProjectionForm form,
			@Parameter(hidden = true) @RequestHeader HttpHeaders headers, @TimeoutHeader RequestContext context,
			HttpServletResponse response) throws HttpMediaTypeNotAcceptableException {
		if (form.picture() == null) {
			throw new InvalidParameterException("picture", null, "given, in base64");
		}
		return answer(form.toRequest(Base64Field.decode("picture", form.picture())), headers, context, response);
	}

	@Operation(operationId = "project", summary = "Find the latent of a picture",
			description = "As with JSON, of a form with the part `picture`.")
	@ProblemResponses
	@PostMapping(path = "/project", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	@Nullable ResponseEntity<Object> upload(@RequestPart("picture") MultipartFile picture,
			@Valid @ModelAttribute ProjectionFields fields,
			@Parameter(hidden = true) @RequestHeader HttpHeaders headers, @TimeoutHeader RequestContext context,
			HttpServletResponse response) throws IOException, HttpMediaTypeNotAcceptableException {
		return answer(fields.toForm().toRequest(picture.getBytes()), headers, context, response);
	}

	private @Nullable ResponseEntity<Object> answer(ProjectionRequest request, HttpHeaders headers,
			RequestContext context, HttpServletResponse response) throws HttpMediaTypeNotAcceptableException {
		return this.answers.answer(headers, response,
				(progress) -> ProjectionAnswer.of(this.projections.project(request, context, progress), request),
				(ProjectionProgress progress) -> ProjectionAnswer.ProjectionProgressAnswer.of(progress,
						request.format()));
	}

}
