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
import io.eidolon.serving.RequestContext;
import io.eidolon.serving.Sample;
import io.eidolon.web.http.Accept;
import io.eidolon.web.http.BinaryResponse;
import io.eidolon.web.http.ProblemResponses;
import io.eidolon.web.http.TimeoutHeader;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
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
class GenerationController {

	private final GenerationService generation;

	GenerationController(GenerationService generation) {
		this.generation = generation;
	}

	@Operation(summary = "Generate pictures",
			description = "By Accept: JSON with each picture in base64; a picture, or one grid of several; or a zip "
					+ "of files. An image's headers name model, version and seeds.")
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
							{"model": "fashion", "label": "Bag", "count": 4, "columns": 2}""") }))
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
			case GenerationFormat.Json _ -> json(this.generation.pictures(request, format, context), format,
					Boolean.TRUE.equals(form.withLatents()));
			case GenerationFormat.Image(StillFormat image) ->
				image(this.generation.grid(request, image, context), image);
			case GenerationFormat.Zip _ -> zip(this.generation.pictures(request, format, context), format);
		};
	}

	private static ResponseEntity<Object> json(GeneratedPictures generated, StillFormat format, boolean withLatents) {
		ModelCard card = generated.card();
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_JSON)
			.body(new GenerationAnswer(card.name(), card.version(),
					generated.pictures()
						.stream()
						.map((picture) -> new PictureAnswer(picture.sample().index(), picture.sample().seed(),
								picture.sample().label(), format.mediaType(), picture.data(),
								withLatents ? picture.sample().z() : null))
						.toList()));
	}

	private static ResponseEntity<Object> image(GeneratedImage generated, StillFormat format) {
		return BinaryResponse.of(generated, seeds(generated.samples().stream()), MediaType.valueOf(format.mediaType()),
				format.extension());
	}

	private static ResponseEntity<Object> zip(GeneratedPictures generated, StillFormat format) {
		// A seed that comes twice is the same picture twice: one file.
		Map<String, byte[]> files = new LinkedHashMap<>();
		generated.pictures()
			.forEach((picture) -> files.put(fileName(generated.card(), picture.sample(), format), picture.data()));
		return BinaryResponse.zip(generated.card(), seeds(generated.pictures().stream().map(GeneratedPicture::sample)),
				files);
	}

	private static List<Seed> seeds(Stream<Sample> samples) {
		return samples.map(Sample::seed).filter(Objects::nonNull).toList();
	}

	private static String fileName(ModelCard card, Sample sample, StillFormat format) {
		return (sample.seed() != null) ? "%s-%d.%s".formatted(card.name(), sample.seed().value(), format.extension())
				: "%s-latent-%d.%s".formatted(card.name(), sample.index(), format.extension());
	}

	/**
	 * Generated pictures.
	 *
	 * @param model the name of the model that generated them
	 * @param version the version of its weights
	 * @param pictures in the order of the request
	 */
	record GenerationAnswer(String model, String version, List<PictureAnswer> pictures) {

	}

	/**
	 * A generated picture.
	 *
	 * @param index its place among the pictures, from 0
	 * @param seed its seed, null when its latent was given
	 * @param label the name of its class, null when the model takes no label
	 * @param mediaType how it is encoded
	 * @param data the encoded picture, in base64
	 * @param latent what it is generated from, truncated; left out unless it is asked for
	 */
	record PictureAnswer(int index, @Nullable Seed seed, @Nullable String label, String mediaType, byte[] data,
			@JsonInclude(JsonInclude.Include.NON_NULL) float @Nullable [] latent) {

	}

}
