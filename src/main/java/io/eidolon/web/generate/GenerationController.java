package io.eidolon.web.generate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.eidolon.generation.GenerationRequest;
import io.eidolon.generation.GenerationService;
import io.eidolon.image.StillFormat;
import io.eidolon.latent.Seed;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.serving.GeneratedImage;
import io.eidolon.serving.GeneratedPictures;
import io.eidolon.serving.GeneratedPictures.GeneratedPicture;
import io.eidolon.serving.Prompts;
import io.eidolon.serving.RequestContext;
import io.eidolon.serving.Sample;
import io.eidolon.web.http.Accept;
import io.eidolon.web.http.BinaryResponse;
import io.eidolon.web.http.ProblemResponses;
import io.eidolon.web.http.TimeoutHeader;
import io.eidolon.web.http.WarningHeader;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Generates pictures. */
@RestController
@Tag(name = "Generate")
class GenerationController {

	private final GenerationService generation;

	GenerationController(GenerationService generation) {
		this.generation = generation;
	}

	@Operation(operationId = "generate", summary = "Generate pictures",
			description = "By Accept: JSON with each picture in base64; a picture, or one grid of several; or a zip "
					+ "of files. An image's headers name model, version and seeds. A model whose card has `text` takes a "
					+ "`prompt`; where it has learned none of its words, `warnings` and the header `Eidolon-Warning` say "
					+ "what it knows.")
	@io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
			schema = @Schema(implementation = GenerationForm.class),
			examples = { @ExampleObject(name = "anything", value = "{}"),
					@ExampleObject(name = "grid", summary = "Sixteen pictures that come out again", value = """
							{"model": "peeps", "count": 16, "seed": 7, "scale": 2}"""),
					@ExampleObject(name = "seeds", summary = "Chosen seeds, less varied", value = """
							{"seeds": [1, 5, 9], "truncation": 0.7, "format": "webp"}"""),
					@ExampleObject(name = "directions", summary = "Moved along a principal component", value = """
							{"model": "peeps", "seed": 7, "directions": {"pc1": 2}}"""),
					@ExampleObject(name = "label", summary = "One class", value = """
							{"model": "fashion", "label": "Bag", "count": 4, "columns": 2}"""),
					@ExampleObject(name = "prompt", summary = "Four pictures from words",
							value = """
									{"model": "peeps-text", "prompt": "someone with pink hair on a yellow background", "count": 4}"""),
					@ExampleObject(name = "prompts", summary = "One seed under different words",
							value = """
									{"model": "peeps-text", "seeds": [7, 7], "prompts": ["a woman with brown hair", "a bald man"],
									 "strength": 1.5}""") }))
	@ApiResponse(responseCode = "200",
			content = {
					@Content(mediaType = "application/json", schema = @Schema(implementation = GenerationAnswer.class)),
					@Content(mediaType = "image/png", schema = @Schema(type = "string", format = "binary")),
					@Content(mediaType = "image/jpeg", schema = @Schema(type = "string", format = "binary")),
					@Content(mediaType = "image/webp", schema = @Schema(type = "string", format = "binary")),
					@Content(mediaType = "application/zip", schema = @Schema(type = "string", format = "binary")) })
	@ProblemResponses
	@PostMapping(path = "/generate", consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Object> generate(@Valid @RequestBody(required = false) @Nullable GenerationForm body,
			@Parameter(hidden = true) @RequestHeader HttpHeaders headers, @TimeoutHeader RequestContext context)
			throws HttpMediaTypeNotAcceptableException {
		GenerationForm form = (body != null) ? body : GenerationForm.EMPTY;
		GenerationFormat answer = Accept.of(headers).choose(GenerationFormat.offers(form.format()));
		GenerationRequest request = form.toRequest();
		StillFormat format = Objects.requireNonNullElse(form.format(), StillFormat.PNG);
		return switch (answer) {
			case GenerationFormat.Json _ -> json(this.generation.pictures(request, format, context), request, format,
					Boolean.TRUE.equals(form.withLatents()));
			case GenerationFormat.Image(StillFormat image) ->
				image(this.generation.grid(request, image, context), request.prompts(), image);
			case GenerationFormat.Zip _ -> zip(this.generation.pictures(request, format, context), request, format);
		};
	}

	private static ResponseEntity<Object> json(GeneratedPictures generated, GenerationRequest request,
			StillFormat format, boolean withLatents) {
		Prompts prompts = request.prompts();
		ModelCard card = generated.card();
		List<String> warnings = prompts.warnings(card);
		List<PictureAnswer> pictures = generated.pictures()
			.stream()
			.map((picture) -> PictureAnswer.of(picture, format, withLatents))
			.toList();
		return WarningHeader.on(ResponseEntity.ok()
			.varyBy(HttpHeaders.ACCEPT)
			.contentType(MediaType.APPLICATION_JSON)
			.body(new GenerationAnswer(card.name(), card.version(), prompts.strengthIfAny(),
					request.enlargement().upscaleIfAny(), warnings, pictures)),
				warnings);
	}

	private static ResponseEntity<Object> image(GeneratedImage generated, Prompts prompts, StillFormat format) {
		return WarningHeader.on(BinaryResponse.of(generated, seeds(generated.samples().stream()),
				MediaType.valueOf(format.mediaType()), format.extension()), prompts.warnings(generated.card()));
	}

	private static ResponseEntity<Object> zip(GeneratedPictures generated, GenerationRequest request,
			StillFormat format) {
		// A seed that comes twice is the same picture twice: one file.
		Map<String, byte[]> files = new LinkedHashMap<>();
		FileNames names = new FileNames(generated.card(), request.enlargement(), format);
		generated.pictures().forEach((picture) -> files.put(names.of(picture.sample()), picture.data()));
		return WarningHeader.on(BinaryResponse.zip(generated.card(),
				seeds(generated.pictures().stream().map(GeneratedPicture::sample)), files),
				request.prompts().warnings(generated.card()));
	}

	private static List<Seed> seeds(Stream<Sample> samples) {
		return samples.map(Sample::seed).filter(Objects::nonNull).toList();
	}

	/**
	 * Generated pictures.
	 *
	 * @param model the name of the model that generated them
	 * @param version the version of its weights
	 * @param strength how closely words were followed; left out without any
	 * @param upscale the factor that the super-resolution network enlarged them by; left
	 * out without it
	 * @param warnings what the client should know of its words; left out when there is
	 * nothing
	 * @param pictures in the order of the request
	 */
	record GenerationAnswer(String model, String version,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Float strength,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer upscale,
			@JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> warnings, List<PictureAnswer> pictures) {

	}

	/**
	 * A generated picture.
	 *
	 * @param index its place among the pictures, from 0
	 * @param seed its seed, null when its latent was given
	 * @param label the name of its class, null when the model takes no label
	 * @param prompt its words; left out when it has none
	 * @param mediaType how it is encoded
	 * @param data the encoded picture, in base64
	 * @param latent what it is generated from, truncated; left out unless it is asked for
	 */
	record PictureAnswer(int index, @Nullable Seed seed, @Nullable String label,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String prompt, String mediaType, byte[] data,
			@JsonInclude(JsonInclude.Include.NON_NULL) float @Nullable [] latent) {

		static PictureAnswer of(GeneratedPicture picture, StillFormat format, boolean withLatent) {
			Sample sample = picture.sample();
			return new PictureAnswer(sample.index(), sample.seed(), sample.label(), sample.prompt(), format.mediaType(),
					picture.data(), withLatent ? sample.z() : null);
		}

	}

}
