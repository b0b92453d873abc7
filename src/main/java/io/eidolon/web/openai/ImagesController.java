package io.eidolon.web.openai;

import java.io.IOException;
import java.util.Objects;

import io.eidolon.serving.RequestContext;
import io.eidolon.web.http.ForeignApi;
import io.eidolon.web.http.TimeoutHeader;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Makes pictures for clients of OpenAI's Images API. */
@RestController
@ForeignApi
@Tag(name = "OpenAI")
@RequestMapping("/v1/images")
class ImagesController {

	private final ImageTasks tasks;

	private final ImageGenerations generations;

	private final ImageEdits edits;

	private final ImageVariations variations;

	private final ImageAnswers answers;

	ImagesController(ImageTasks tasks, ImageGenerations generations, ImageEdits edits, ImageVariations variations,
			ImageAnswers answers) {
		this.tasks = tasks;
		this.generations = generations;
		this.edits = edits;
		this.variations = variations;
		this.answers = answers;
	}

	@Operation(operationId = "createImage", summary = "Generate pictures from words",
			description = "As OpenAI's API; each picture's `seed` makes it again. With `stream`: server-sent events "
					+ "`image_generation.completed`, and before that `image_generation.partial_image` where pictures are "
					+ "upscaled; `error` says what went wrong.")
	@io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
			schema = @Schema(implementation = ImageForm.class),
			examples = { @ExampleObject(name = "words", value = """
					{"model": "peeps-text", "prompt": "a bald man with glasses", "size": "128x128", "seed": 7}"""),
					@ExampleObject(name = "anything", value = """
							{"model": "peeps", "prompt": "", "n": 2, "output_format": "webp"}""") }))
	@ApiResponse(responseCode = "200",
			content = { @Content(mediaType = "application/json", schema = @Schema(implementation = ImagesAnswer.class)),
					@Content(mediaType = "text/event-stream",
							schema = @Schema(description = "The data of the events",
									oneOf = { ImageEvent.class, OpenAiError.class })) })
	@OpenAiErrorResponses
	@PostMapping(path = "/generations", consumes = MediaType.APPLICATION_JSON_VALUE)
	@Nullable ResponseEntity<Object> generate(@RequestBody(required = false) @Nullable ImageForm body,
			@TimeoutHeader RequestContext context, HttpServletResponse response) {
		ImageTask task = this.tasks.of(Objects.requireNonNullElse(body, ImageForm.EMPTY), context);
		return this.answers.answer(task, ImageAnswers.Kind.GENERATION, response,
				(sink) -> this.generations.run(task, context, sink));
	}

	@Operation(operationId = "createImageEdit", summary = "Edit a picture by words",
			description = "As OpenAI's API, of one picture, named `image` or `image[]`. What the mask frees is searched "
					+ "for under the words, and the rest stays; without a mask, the nearest picture of the model is moved "
					+ "towards the words. With `stream`: server-sent events `image_edit.partial_image` while it is "
					+ "searched for, `image_edit.completed` and `error`.")
	@io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(mediaType = "multipart/form-data",
			schema = @Schema(implementation = ImageEditForm.class)))
	@ApiResponse(responseCode = "200",
			content = { @Content(mediaType = "application/json", schema = @Schema(implementation = ImagesAnswer.class)),
					@Content(mediaType = "text/event-stream",
							schema = @Schema(description = "The data of the events",
									oneOf = { ImageEvent.class, OpenAiError.class })) })
	@OpenAiErrorResponses
	@OpenAiUploadResponses
	@PostMapping(path = "/edits", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	@Nullable ResponseEntity<Object> edit(@Parameter(hidden = true) MultipartHttpServletRequest request,
			@TimeoutHeader RequestContext context, HttpServletResponse response) throws IOException, ServletException {
		ImageEditForm form = ImageEditForm.of(request);
		ImageTask task = this.tasks.of(form.fields(), context);
		return this.answers.answer(task, ImageAnswers.Kind.EDIT, response,
				(sink) -> this.edits.run(task, form.image(), form.mask(), context, sink));
	}

	@Operation(operationId = "createImageVariation", summary = "Vary a picture",
			description = "As OpenAI's API: finds the nearest picture of the model, and others near to that.")
	@io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(mediaType = "multipart/form-data",
			schema = @Schema(implementation = ImageVariationForm.class)))
	@ApiResponse(responseCode = "200",
			content = @Content(mediaType = "application/json", schema = @Schema(implementation = ImagesAnswer.class)))
	@OpenAiErrorResponses
	@OpenAiUploadResponses
	@PostMapping(path = "/variations", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	@Nullable ResponseEntity<Object> vary(@Parameter(hidden = true) MultipartHttpServletRequest request,
			@TimeoutHeader RequestContext context, HttpServletResponse response) throws IOException, ServletException {
		ImageVariationForm form = ImageVariationForm.of(request);
		ImageTask task = this.tasks.of(form.fields(), context);
		return this.answers.answer(task, ImageAnswers.Kind.VARIATION, response,
				(sink) -> this.variations.run(task, form.image(), context, sink));
	}

}
