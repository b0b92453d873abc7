package io.eidolon.web.openai;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.eidolon.latent.Seed;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Pictures.
 *
 * @param created when, in seconds since 1970
 * @param data the pictures
 * @param background {@code opaque}
 * @param outputFormat how they are encoded
 * @param size their width and height
 */
record ImagesAnswer(long created, List<ImageData> data, @Schema(allowableValues = "opaque") String background,
		@JsonProperty("output_format") String outputFormat, String size) {

	/**
	 * A picture.
	 *
	 * @param b64Json the encoded picture, in base64; left out where a URL is asked for
	 * @param url where it is to be found; left out unless it is asked for
	 * @param seed what makes the same picture again, with the same request
	 */
	record ImageData(@JsonProperty("b64_json") @JsonInclude(JsonInclude.Include.NON_NULL) byte @Nullable [] b64Json,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String url, Seed seed) {

	}

}
