package io.eidolon.web.edit;

import io.eidolon.editing.EditProgress;
import io.eidolon.editing.EditRequest;
import io.eidolon.editing.EditService;
import io.eidolon.serving.RequestContext;
import io.eidolon.web.http.ProblemResponses;
import io.eidolon.web.http.SearchAnswers;
import io.eidolon.web.http.TimeoutHeader;
import io.eidolon.web.http.Upload;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Edits pictures by what their parts are to be. */
@RestController
@Tag(name = "Edit")
class EditController {

	private final EditService edits;

	private final SearchAnswers answers;

	EditController(EditService edits, SearchAnswers answers) {
		this.edits = edits;
		this.answers = answers;
	}

	@Operation(operationId = "edit", summary = "Edit a picture",
			description = "Looks for pictures of the model that fit constraints: painted colours, sketched edges, moved "
					+ "parts, and parts to keep. By Accept: JSON, or server-sent events `progress`, `done` and "
					+ "`problem` with candidates as they improve. Closing the connection ends the search.")
	@io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
			schema = @Schema(implementation = EditForm.class),
			examples = { @ExampleObject(name = "colour", summary = "A red top left corner", value = """
					{"model": "peeps", "seed": 7, "candidates": 4, "starts": 16,
					 "constraints": [{"type": "colour", "box": [0, 0, 16, 16], "colour": "#cc2222"}]}"""),
					@ExampleObject(name = "words", summary = "A picture moved towards words", value = """
							{"model": "peeps-text", "seed": 7, "prompt": "a man", "toPrompt": "a man with glasses"}"""),
					@ExampleObject(name = "warp", summary = "A part moved to the right, another kept", value = """
							{"model": "peeps", "seed": 7, "candidates": 4, "frames": 8,
							 "constraints": [{"type": "keep", "box": [0, 0, 64, 16]},
							                 {"type": "warp", "box": [24, 24, 16, 16], "by": [4, 0]}]}""") }))
	@ApiResponse(responseCode = "200", content = {
			@Content(mediaType = "application/json", schema = @Schema(implementation = EditAnswer.class)),
			@Content(mediaType = "text/event-stream",
					schema = @Schema(description = "The data of the events `progress`, `done` and `problem`",
							oneOf = { EditAnswer.EditProgressAnswer.class, EditAnswer.class, ProblemDetail.class })) })
	@ApiResponse(responseCode = "413", description = "The body is larger than the service reads",
			content = @Content(mediaType = "application/problem+json"))
	@ApiResponse(responseCode = "422", description = "The model has no gradient: an operator of it has no rule",
			content = @Content(mediaType = "application/problem+json"))
	@ProblemResponses
	@PostMapping(path = "/edit", consumes = MediaType.APPLICATION_JSON_VALUE)
	@Nullable ResponseEntity<Object> edit(@Valid @RequestBody @Upload EditForm form,
			@Parameter(hidden = true) @RequestHeader HttpHeaders headers, @TimeoutHeader RequestContext context,
			HttpServletResponse response) throws HttpMediaTypeNotAcceptableException {
		EditRequest request = form.toRequest();
		return this.answers.answer(headers, response,
				(progress) -> EditAnswer.of(this.edits.edit(request, context, progress), request),
				(EditProgress progress) -> EditAnswer.EditProgressAnswer.of(progress, request.format()));
	}

}
