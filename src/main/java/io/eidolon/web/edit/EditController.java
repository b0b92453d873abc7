package io.eidolon.web.edit;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.eidolon.editing.Constraint;
import io.eidolon.editing.Edit;
import io.eidolon.editing.EditProgress;
import io.eidolon.editing.EditRequest;
import io.eidolon.editing.EditService;
import io.eidolon.editing.EditedImage;
import io.eidolon.editing.Region;
import io.eidolon.image.StillFormat;
import io.eidolon.latent.Seed;
import io.eidolon.latent.Truncation;
import io.eidolon.serving.InvalidParameterException;
import io.eidolon.serving.Label;
import io.eidolon.serving.RequestContext;
import io.eidolon.web.http.Base64Field;
import io.eidolon.web.http.ProblemResponses;
import io.eidolon.web.http.RgbColour;
import io.eidolon.web.http.SearchAnswers;
import io.eidolon.web.http.TimeoutHeader;
import io.eidolon.web.http.Upload;
import io.eidolon.web.http.WireType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Edits pictures by what their parts are to be. */
@RestController
class EditController {

	private final EditService edits;

	private final SearchAnswers answers;

	EditController(EditService edits, SearchAnswers answers) {
		this.edits = edits;
		this.answers = answers;
	}

	@Operation(summary = "Edit a picture",
			description = "Looks for pictures of the model that fit constraints: painted colours, sketched edges, moved "
					+ "parts, and parts to keep. By Accept: JSON, or server-sent events `progress`, `done` and "
					+ "`problem` with candidates as they improve. Closing the connection ends the search.")
	@io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
			schema = @Schema(implementation = EditForm.class),
			examples = { @ExampleObject(name = "colour", summary = "A red top left corner", value = """
					{"model": "peeps", "seed": 7, "candidates": 4, "starts": 16,
					 "constraints": [{"type": "colour", "box": [0, 0, 16, 16], "colour": "#cc2222"}]}"""),
					@ExampleObject(name = "warp", summary = "A part moved to the right, another kept", value = """
							{"model": "peeps", "seed": 7, "candidates": 4, "frames": 8,
							 "constraints": [{"type": "keep", "box": [0, 0, 64, 16]},
							                 {"type": "warp", "box": [24, 24, 16, 16], "by": [4, 0]}]}""") }))
	@ApiResponse(responseCode = "200",
			content = { @Content(mediaType = "application/json", schema = @Schema(implementation = EditAnswer.class)),
					@Content(mediaType = "text/event-stream", schema = @Schema(type = "string")) })
	@ApiResponse(responseCode = "413", description = "The body is larger than the service reads",
			content = @Content(mediaType = "application/problem+json"))
	@ApiResponse(responseCode = "422", description = "The model has no gradient: an operator of it has no rule",
			content = @Content(mediaType = "application/problem+json"))
	@ProblemResponses
	@PostMapping(path = "/edit", consumes = MediaType.APPLICATION_JSON_VALUE)
	@Nullable ResponseEntity<Object> edit(@RequestBody @Upload EditForm form,
			@Parameter(hidden = true) @RequestHeader HttpHeaders headers, @TimeoutHeader RequestContext context,
			HttpServletResponse response) throws HttpMediaTypeNotAcceptableException {
		EditRequest request = form.toRequest();
		return this.answers.answer(headers, response,
				(progress) -> EditAnswer.of(this.edits.edit(request, context, progress), request.format()),
				(EditProgress progress) -> ProgressAnswer.of(progress, request.format()));
	}

	/**
	 * What to look for. Only constraints must be given.
	 */
	record EditForm(
			@Schema(description = "The name of a model; the default one if left out",
					example = "peeps") @Nullable String model,

			@Schema(description = "The version of the model; the one that serves by default if left out") @Nullable String version,

			@Schema(description = "The seed of the picture to edit; from nothing if neither seed nor latent is given") @Nullable Seed seed,

			@Schema(description = "The latent of the picture to edit, instead of a seed") @Nullable List<Float> latent,

			@Schema(description = "The name or the index of a class; if left out, that of the seed, or the best of all") @Nullable Label label,

			@Schema(description = "Psi: scales the latents that are drawn, from 0 to 1 for full variety",
					defaultValue = "1", minimum = "0", maximum = "1") @Nullable Truncation truncation,

			@Schema(description = "What parts are to be; later ones hide earlier ones") @Nullable List<ConstraintForm> constraints,

			@Schema(description = "How many pictures are wanted", defaultValue = "16") @Nullable Integer candidates,

			@Schema(description = "Among how many latents the search begins; at least as many as candidates",
					defaultValue = "64") @Nullable Integer starts,

			@Schema(description = "How many steps each candidate takes", defaultValue = "25") @Nullable Integer steps,

			@Schema(description = "What it costs to be far from the picture to edit in the latent space",
					defaultValue = "0.03", minimum = "0", maximum = "1000") @Nullable Float smoothness,

			@Schema(description = "What it costs to be far from the mean in the latent space", defaultValue = "0.001",
					minimum = "0", maximum = "1000") @Nullable Float prior,

			@Schema(description = "Decides which latents are drawn", defaultValue = "0") @Nullable Seed searchSeed,

			@Schema(description = "How many pictures lead from the picture to edit, or the mean one, to the best candidate; 0 for none",
					defaultValue = "0") @Nullable Integer frames,

			@Schema(description = "How pictures are encoded", defaultValue = "png") @Nullable StillFormat format,

			@Schema(description = "The factor to enlarge by, to the nearest pixel",
					defaultValue = "1") @Nullable Integer scale) {

		private static final int CANDIDATES = 16;

		private static final int STARTS = 64;

		private static final int STEPS = 25;

		private static final float SMOOTHNESS = 0.03f;

		private static final float PRIOR = 0.001f;

		EditRequest toRequest() {
			if (this.constraints == null) {
				throw new InvalidParameterException("constraints", null, "given");
			}
			// More candidates than starts by default need as many starts.
			int candidates = Objects.requireNonNullElse(this.candidates,
					(this.starts != null) ? Math.min(CANDIDATES, this.starts) : CANDIDATES);
			EditRequest.Effort effort = new EditRequest.Effort(candidates,
					Objects.requireNonNullElse(this.starts, Math.max(STARTS, candidates)),
					Objects.requireNonNullElse(this.steps, STEPS), cost("smoothness", this.smoothness, SMOOTHNESS),
					cost("prior", this.prior, PRIOR), Objects.requireNonNullElse(this.searchSeed, new Seed(0)));
			return new EditRequest(this.model, this.version, start(), this.label,
					Objects.requireNonNullElse(this.truncation, Truncation.NONE), constraints(this.constraints), effort,
					Objects.requireNonNullElse(this.frames, 0),
					Objects.requireNonNullElse(this.format, StillFormat.PNG),
					Objects.requireNonNullElse(this.scale, 1));
		}

		private EditRequest.@Nullable Start start() {
			if (this.seed != null && this.latent != null) {
				throw new InvalidParameterException("latent", null,
						"left out, as only one of seed and latent can be given");
			}
			if (this.seed != null) {
				return new EditRequest.SeedStart(this.seed);
			}
			return (this.latent != null) ? new EditRequest.LatentStart(vector(this.latent)) : null;
		}

		private static List<Constraint> constraints(List<ConstraintForm> forms) {
			return IntStream.range(0, forms.size())
				.mapToObj((i) -> forms.get(i).toConstraint("constraints[%d]".formatted(i)))
				.toList();
		}

		private static float cost(String parameter, @Nullable Float value, float otherwise) {
			return Cost.check(parameter, Objects.requireNonNullElse(value, otherwise), 0);
		}

		private static float[] vector(List<Float> values) {
			float[] vector = new float[values.size()];
			for (int i = 0; i < vector.length; i++) {
				vector[i] = values.get(i);
			}
			return vector;
		}

	}

	/**
	 * What a part of the picture is to be. The part is a mask or a box.
	 */
	record ConstraintForm(
			@Schema(description = "colour: the part has the colour. sketch: it has edges where the mask has lines. "
					+ "warp: what is there is found elsewhere. keep: it stays") @Nullable ConstraintType type,

			@Schema(description = "A PNG file in base64, as large as the model's pictures: white is the part, and what is "
					+ "transparent is not") @Nullable String mask,

			@Schema(description = "Left, top, width and height in pixels, instead of a mask",
					example = "[0, 0, 16, 16]") @Nullable List<Integer> box,

			@Schema(description = "For colour: the colour", example = "#cc2222") @Nullable RgbColour colour,

			@Schema(description = "For warp: how many pixels to the right and down",
					example = "[4, 0]") @Nullable List<Integer> by,

			@Schema(description = "How much it counts beside other constraints", defaultValue = "1", minimum = "0",
					maximum = "1000") @Nullable Float weight) {

		Constraint toConstraint(String name) {
			if (this.type == null) {
				throw new InvalidParameterException(name + ".type", null, WireType.allowed(ConstraintType.class));
			}
			float counts = Cost.check(name + ".weight", Objects.requireNonNullElse(this.weight, 1f), Float.MIN_VALUE);
			refuseOthers(name, this.type);
			Region region = region(name);
			return switch (this.type) {
				case COLOUR -> new Constraint.Paint(region, colour(name), counts);
				case SKETCH -> new Constraint.Sketch(region, counts);
				case WARP -> {
					int[] way = integers(name + ".by", this.by, 2, "two whole numbers, pixels to the right and down");
					yield new Constraint.Warp(region, way[0], way[1], counts);
				}
				case KEEP -> new Constraint.Keep(region, counts);
			};
		}

		private void refuseOthers(String name, ConstraintType kind) {
			if (this.colour != null && kind != ConstraintType.COLOUR) {
				throw new InvalidParameterException(name + ".colour", this.colour, "left out unless type is colour");
			}
			if (this.by != null && kind != ConstraintType.WARP) {
				throw new InvalidParameterException(name + ".by", null, "left out unless type is warp");
			}
		}

		private int colour(String name) {
			if (this.colour == null) {
				throw new InvalidParameterException(name + ".colour", null, WireType.allowed(RgbColour.class));
			}
			return this.colour.rgb();
		}

		private Region region(String name) {
			if (Stream.of(this.mask, this.box).filter(Objects::nonNull).count() != 1) {
				throw new InvalidParameterException(name + ".mask", null, "given, or else box; not both");
			}
			if (this.mask != null) {
				return new Region.Mask(Base64Field.decode(name + ".mask", this.mask));
			}
			int[] sides = integers(name + ".box", this.box, 4, "left, top, width and height, four whole numbers");
			return new Region.Box(sides[0], sides[1], sides[2], sides[3]);
		}

		private static int[] integers(String parameter, @Nullable List<Integer> values, int count, String allowed) {
			if (values == null || values.size() != count) {
				throw new InvalidParameterException(parameter, (values != null) ? values.size() + " numbers" : null,
						allowed);
			}
			return values.stream().mapToInt(Integer::intValue).toArray();
		}

	}

	/** The kinds of constraints. */
	enum ConstraintType {

		COLOUR, SKETCH, WARP, KEEP

	}

	/**
	 * Pictures that fit.
	 *
	 * @param model the name of the model that drew them
	 * @param version the version of its weights
	 * @param start the picture that was edited, null when it began from nothing
	 * @param candidates the best first
	 * @param frames from the start, or the mean picture, to the best candidate
	 */
	record EditAnswer(String model, String version, @Nullable CandidateAnswer start, List<CandidateAnswer> candidates,
			List<FrameAnswer> frames) {

		static EditAnswer of(Edit edit, StillFormat format) {
			return new EditAnswer(edit.card().name(), edit.card().version(),
					(edit.start() != null) ? CandidateAnswer.of(edit.start(), format) : null,
					CandidateAnswer.all(edit.candidates(), format),
					edit.frames()
						.stream()
						.map((frame) -> new FrameAnswer(frame.index(), frame.z(), format.mediaType(), frame.data()))
						.toList());
		}

	}

	/**
	 * A picture that fits more or less.
	 *
	 * @param index its place among the candidates, from 0 for the best
	 * @param latent its latent
	 * @param label the name of its class, null when the model takes no label
	 * @param loss how far it is from what is asked for, the cost of its latent included
	 * @param mediaType how it is encoded
	 * @param data the encoded picture, in base64
	 */
	record CandidateAnswer(int index, float[] latent, @Nullable String label, double loss, String mediaType,
			byte[] data) {

		static CandidateAnswer of(EditedImage candidate, StillFormat format) {
			return new CandidateAnswer(candidate.index(), candidate.z(), candidate.label(), candidate.loss(),
					format.mediaType(), candidate.data());
		}

		static List<CandidateAnswer> all(List<EditedImage> candidates, StillFormat format) {
			return candidates.stream().map((candidate) -> of(candidate, format)).toList();
		}

	}

	/**
	 * A picture on the way.
	 *
	 * @param index its place, from 0
	 * @param latent its latent
	 * @param mediaType how it is encoded
	 * @param data the encoded picture, in base64
	 */
	record FrameAnswer(int index, float[] latent, String mediaType, byte[] data) {

	}

	/**
	 * How far an edit has come.
	 *
	 * @param step how many steps were taken, 0 once the starts are ranked
	 * @param steps how many there are in all
	 * @param candidates the best first
	 */
	record ProgressAnswer(int step, int steps, List<CandidateAnswer> candidates) {

		static ProgressAnswer of(EditProgress progress, StillFormat format) {
			return new ProgressAnswer(progress.step(), progress.steps(),
					CandidateAnswer.all(progress.candidates(), format));
		}

	}

}
