package io.eidolon.web.recognise;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.eidolon.recognition.FeatureService;
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
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Describes pictures by features. */
@RestController
@Tag(name = "Recognise")
class FeatureController {

	private final FeatureService features;

	FeatureController(FeatureService features) {
		this.features = features;
	}

	@Operation(operationId = "describe", summary = "Describe pictures by features",
			description = "Gives a vector for each picture, in the form of OpenAI's embeddings: alike pictures have near "
					+ "vectors. Pictures come in base64, or as the parts `picture` of a form: PNG, JPEG, WebP, GIF or "
					+ "BMP, of which the centre is taken.")
	@ApiResponse(responseCode = "200")
	@ApiResponse(responseCode = "413", description = "The body is larger than the service reads",
			content = @Content(mediaType = "application/problem+json"))
	@ApiResponse(responseCode = "422", description = "The model comes without the network of that space",
			content = @Content(mediaType = "application/problem+json"))
	@ProblemResponses
	@PostMapping(path = "/features", consumes = MediaType.APPLICATION_JSON_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	FeatureAnswer features(@Valid @RequestBody @Upload FeatureForm form, @TimeoutHeader RequestContext context) {
		return FeatureAnswer.of(this.features.describe(form.toRequest(), context));
	}

	@Operation(operationId = "describe", summary = "Describe pictures by features",
			description = "As with JSON, of a form with parts `picture`.")
	@ProblemResponses
	@PostMapping(path = "/features", consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	FeatureAnswer upload(@RequestPart("picture") List<MultipartFile> pictures,
			@Valid @ModelAttribute FeatureFields fields, @TimeoutHeader RequestContext context) throws IOException {
		List<byte[]> files = new ArrayList<>();
		for (MultipartFile picture : pictures) {
			files.add(picture.getBytes());
		}
		return FeatureAnswer.of(this.features.describe(fields.toForm().toRequest(files), context));
	}

}
