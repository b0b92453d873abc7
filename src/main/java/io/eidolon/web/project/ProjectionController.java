package io.eidolon.web.project;

import java.io.IOException;
import java.util.Objects;

import io.eidolon.image.StillFormat;
import io.eidolon.latent.Seed;
import io.eidolon.projection.Domain;
import io.eidolon.projection.Likeness;
import io.eidolon.projection.Projection;
import io.eidolon.projection.ProjectionProgress;
import io.eidolon.projection.ProjectionRequest;
import io.eidolon.projection.ProjectionService;
import io.eidolon.serving.InvalidParameterException;
import io.eidolon.serving.Label;
import io.eidolon.serving.RequestContext;
import io.eidolon.web.http.Base64Field;
import io.eidolon.web.http.ProblemResponses;
import io.eidolon.web.http.SearchAnswers;
import io.eidolon.web.http.TimeoutHeader;
import io.eidolon.web.http.Upload;
import io.eidolon.web.http.WireType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Projects pictures onto what a model can draw. */
@RestController
class ProjectionController {

	private final ProjectionService projections;

	private final SearchAnswers answers;

	ProjectionController(ProjectionService projections, SearchAnswers answers) {
		this.projections = projections;
		this.answers = answers;
	}

	@Operation(summary = "Find the latent of a picture",
			description = "Looks for the latent whose picture is nearest to one that is given, in base64 or as the part "
					+ "`picture` of a form: PNG, JPEG, WebP, GIF or BMP, of which the centre is taken. By Accept: JSON, "
					+ "or server-sent events `progress`, `done` and `problem`. Closing the connection ends the search.")
	@ApiResponse(responseCode = "200",
			content = {
					@Content(mediaType = "application/json", schema = @Schema(implementation = ProjectionAnswer.class)),
					@Content(mediaType = "text/event-stream", schema = @Schema(type = "string")) })
	@ApiResponse(responseCode = "413", description = "The body is larger than the service reads",
			content = @Content(mediaType = "application/problem+json"))
	@ApiResponse(responseCode = "422", description = "The model has no gradient: an operator of it has no rule",
			content = @Content(mediaType = "application/problem+json"))
	@ProblemResponses
	@PostMapping(path = "/project", consumes = MediaType.APPLICATION_JSON_VALUE)
	@Nullable ResponseEntity<Object> project(@RequestBody @Upload ProjectionForm form,
			@Parameter(hidden = true) @RequestHeader HttpHeaders headers, @TimeoutHeader RequestContext context,
			HttpServletResponse response) throws HttpMediaTypeNotAcceptableException {
		if (form.picture() == null) {
			throw new InvalidParameterException("picture", null, "given, in base64");
		}
		return answer(form.toRequest(Base64Field.decode("picture", form.picture())), headers, context, response);
	}

	@Operation(summary = "Find the latent of a picture",
			description = "As with JSON, of a form with the part `picture`.")
	@ProblemResponses
	@PostMapping(path = "/project", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	@Nullable ResponseEntity<Object> upload(@RequestPart("picture") MultipartFile picture,
			@ModelAttribute ProjectionFields fields, @Parameter(hidden = true) @RequestHeader HttpHeaders headers,
			@TimeoutHeader RequestContext context, HttpServletResponse response)
			throws IOException, HttpMediaTypeNotAcceptableException {
		return answer(fields.toForm().toRequest(picture.getBytes()), headers, context, response);
	}

	private @Nullable ResponseEntity<Object> answer(ProjectionRequest request, HttpHeaders headers,
			RequestContext context, HttpServletResponse response) throws HttpMediaTypeNotAcceptableException {
		return this.answers.answer(headers, response,
				(progress) -> ProjectionAnswer.of(this.projections.project(request, context, progress),
						request.format()),
				(ProjectionProgress progress) -> ProgressAnswer.of(progress, request.format()));
	}

	/**
	 * What to project. Only the picture must be given.
	 */
	record ProjectionForm(
			@Schema(description = "The name of a model; the default one if left out",
					example = "peeps") @Nullable String model,

			@Schema(description = "The version of the model; the one that serves by default if left out") @Nullable String version,

			@Schema(description = "The file of a picture, in base64") @Nullable String picture,

			@Schema(description = "The name or the index of the picture's class; all are tried if left out") @Nullable Label label,

			@Schema(description = "How many latents begin the search", defaultValue = "8") @Nullable Integer starts,

			@Schema(description = "How many steps the search takes", defaultValue = "400") @Nullable Integer steps,

			@Schema(description = "What makes pictures alike: pixels, or also the features of a network that a model may come with",
					defaultValue = "pixel") @Nullable Likeness loss,

			@Schema(description = "Decides which latents are drawn", defaultValue = "0") @Nullable Seed searchSeed,

			@Schema(description = "How pictures are encoded", defaultValue = "png") @Nullable StillFormat format,

			@Schema(description = "The factor to enlarge by, to the nearest pixel",
					defaultValue = "1") @Nullable Integer scale) {

		private static final int STARTS = 8;

		private static final int STEPS = 400;

		ProjectionRequest toRequest(byte[] file) {
			return new ProjectionRequest(this.model, this.version, file, this.label,
					Objects.requireNonNullElse(this.starts, STARTS), Objects.requireNonNullElse(this.steps, STEPS),
					Objects.requireNonNullElse(this.loss, Likeness.PIXEL),
					Objects.requireNonNullElse(this.searchSeed, new Seed(0)),
					Objects.requireNonNullElse(this.format, StillFormat.PNG),
					Objects.requireNonNullElse(this.scale, 1));
		}

	}

	/** The fields of a form beside its picture; they mean what they do in JSON. */
	record ProjectionFields(@Nullable String model, @Nullable String version, @Nullable Label label,
			@Nullable Integer starts, @Nullable Integer steps, @Nullable Likeness loss, @Nullable Seed searchSeed,
			@Nullable StillFormat format, @Nullable Integer scale) {

		ProjectionForm toForm() {
			return new ProjectionForm(this.model, this.version, null, this.label, this.starts, this.steps, this.loss,
					this.searchSeed, this.format, this.scale);
		}

	}

	/**
	 * The nearest picture that was found.
	 *
	 * @param model the name of the model that draws it
	 * @param version the version of its weights
	 * @param latent its latent
	 * @param label the name of its class, null when the model takes no label
	 * @param loss how far it is from the picture that was given, the cost of its latent
	 * included
	 * @param psnr decibels between the two
	 * @param domain whether the model could have drawn the picture that was given
	 * @param target the picture that was given, as the model was shown it
	 * @param picture the one that was found
	 */
	record ProjectionAnswer(String model, String version, float[] latent, @Nullable String label, double loss,
			double psnr, DomainAnswer domain, EncodedPicture target, EncodedPicture picture) {

		static ProjectionAnswer of(Projection found, StillFormat format) {
			return new ProjectionAnswer(found.card().name(), found.card().version(), found.z(), found.label(),
					found.loss(), found.psnr(), DomainAnswer.of(found.domain()),
					new EncodedPicture(format.mediaType(), found.target()),
					new EncodedPicture(format.mediaType(), found.picture()));
		}

	}

	/**
	 * How far a picture is from those that the model draws.
	 *
	 * @param verdict inside, near or outside
	 * @param meanDifference the mean absolute difference between the two pictures, in
	 * levels of 255
	 * @param norm the length of the latent divided by that of a typical one
	 * @param explanation in a sentence
	 */
	record DomainAnswer(@Schema(allowableValues = {
			"inside", "near", "outside" }) String verdict, double meanDifference, double norm, String explanation){

		static DomainAnswer of(Domain domain) {
			return new DomainAnswer(WireType.name(domain.verdict()), domain.meanDifference(), domain.norm(),
					domain.explanation());
		}

	}

	/**
	 * A picture.
	 *
	 * @param mediaType how it is encoded
	 * @param data the encoded picture, in base64
	 */
	record EncodedPicture(String mediaType, byte[] data) {

	}

	/**
	 * How far a projection has come.
	 *
	 * @param step how many steps were taken
	 * @param steps how many there are in all
	 * @param psnr decibels between the picture and the best one so far
	 * @param picture the best one so far
	 */
	record ProgressAnswer(int step, int steps, double psnr, EncodedPicture picture) {

		static ProgressAnswer of(ProjectionProgress progress, StillFormat format) {
			return new ProgressAnswer(progress.step(), progress.steps(), progress.psnr(),
					new EncodedPicture(format.mediaType(), progress.picture()));
		}

	}

}
