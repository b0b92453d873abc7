package io.eidolon.web.openai;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.eidolon.latent.Seed;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A picture of a stream of events.
 *
 * @param type {@code image_generation.partial_image} or
 * {@code image_generation.completed}, and the same of {@code image_edit}
 * @param b64Json the encoded picture, in base64
 * @param createdAt when, in seconds since 1970
 * @param size its width and height
 * @param quality {@code auto}
 * @param background {@code opaque}
 * @param outputFormat how it is encoded
 * @param partialImageIndex of previews: which one it is, from 0
 * @param seed of completed pictures: what makes the same picture again
 * @param usage of completed pictures: nothing, as no tokens are counted
 */
record ImageEvent(String type, @JsonProperty("b64_json") byte[] b64Json, @JsonProperty("created_at") long createdAt,
		String size, @Schema(allowableValues = "auto") String quality,
		@Schema(allowableValues = "opaque") String background, @JsonProperty("output_format") String outputFormat,
		@JsonProperty("partial_image_index") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer partialImageIndex,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Seed seed,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Usage usage) {

	/**
	 * How many tokens were used.
	 *
	 * @param totalTokens 0
	 * @param inputTokens 0
	 * @param outputTokens 0
	 * @param inputTokensDetails 0
	 */
	record Usage(@JsonProperty("total_tokens") int totalTokens, @JsonProperty("input_tokens") int inputTokens,
			@JsonProperty("output_tokens") int outputTokens,
			@JsonProperty("input_tokens_details") InputTokens inputTokensDetails) {

		static final Usage NONE = new Usage(0, 0, 0, new InputTokens(0, 0));

	}

	/**
	 * How many tokens came with a request.
	 *
	 * @param textTokens 0
	 * @param imageTokens 0
	 */
	record InputTokens(@JsonProperty("text_tokens") int textTokens, @JsonProperty("image_tokens") int imageTokens) {

	}

}
