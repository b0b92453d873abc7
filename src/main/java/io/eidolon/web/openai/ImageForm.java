package io.eidolon.web.openai;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.eidolon.image.LossyEncoding;
import io.eidolon.image.PictureEncoding;
import io.eidolon.image.StillFormat;
import io.eidolon.latent.Seed;
import io.eidolon.serving.Bounds;
import io.eidolon.serving.InvalidParameterException;
import io.eidolon.serving.Prompts;
import io.eidolon.web.http.WireType;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What pictures are asked for, in JSON or as the fields of a form. Whatever else is sent
 * is not read.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record ImageForm(
		@Schema(description = "What pictures are to show, in a few words; empty for whatever comes",
				example = "a bald man with glasses") @Nullable String prompt,

		@Schema(description = "The name of a model; if left out, one that takes prompts where there is a prompt",
				example = "peeps-text") @Nullable String model,

		@Schema(description = "How many pictures", defaultValue = "1", minimum = "1",
				maximum = "10") @Nullable Integer n,

		@Schema(description = "Width and height: those of the model's pictures, or 2 or 4 times as many pixels; auto for the former",
				defaultValue = "auto") @Nullable String size,

		@Schema(description = "url: where the picture is to be found, as long as its model serves",
				defaultValue = "b64_json", allowableValues = {
						"b64_json", "url" }) @JsonProperty("response_format") @Nullable String responseFormat,

		@Schema(description = "How pictures are encoded",
				defaultValue = "png") @JsonProperty("output_format") @Nullable StillFormat outputFormat,

		@Schema(description = "The quality of JPEG, 90 if left out, and of WebP, which is written without loss at 100; PNG is never lossy",
				minimum = "0", maximum = "100") @JsonProperty("output_compression") @Nullable Integer outputCompression,

		@Schema(description = "Pictures are never transparent", defaultValue = "auto",
				allowableValues = { "auto", "opaque" }) @Nullable String background,

		@Schema(description = "Whether to answer with events", defaultValue = "false") @Nullable Boolean stream,

		@Schema(description = "How many previews events show of each picture at most", defaultValue = "0",
				minimum = "0", maximum = "3") @JsonProperty("partial_images") @Nullable Integer partialImages,

		@Schema(description = "Decides which pictures come, one after the other; any if left out. Not of OpenAI's API",
				example = "7") @Nullable Seed seed,

		@Schema(description = "Is not read") @Nullable String user){

	private static final Bounds COUNT = new Bounds(1, 10);

	private static final int BEST = 100;

	private static final Bounds COMPRESSION = new Bounds(0, BEST);

	private static final Bounds PREVIEWS = new Bounds(0, 3);

	private static final String URL = "url";

	/** Without a request body. */
	static final ImageForm EMPTY = new ImageForm(null, null, null, null, null, null, null, null, null, null, null,
			null);

	/** Reads the fields of a form. */
	static ImageForm of(MultipartFields fields) {
		return new ImageForm(fields.text("prompt"), fields.text("model"), fields.value("n", Integer.class),
				fields.text("size"), fields.text("response_format"), fields.value("output_format", StillFormat.class),
				fields.value("output_compression", Integer.class), fields.text("background"),
				fields.value("stream", Boolean.class), fields.value("partial_images", Integer.class),
				fields.value("seed", Seed.class), fields.text("user"));
	}

	/** The same without its prompt. */
	ImageForm withoutWords() {
		return new ImageForm(null, this.model, this.n, this.size, this.responseFormat, this.outputFormat,
				this.outputCompression, this.background, this.stream, this.partialImages, this.seed, this.user);
	}

	/** Holds what is not looked at elsewhere to what it may be. */
	void check() {
		int quality = Objects.requireNonNullElse(this.outputCompression, BEST);
		COMPRESSION.check("output_compression", quality);
		if (format() == StillFormat.PNG && quality < BEST) {
			throw new InvalidParameterException("output_compression", quality,
					"%s or left out, as PNG is never lossy; output_format can be jpeg or webp".formatted(BEST));
		}
		oneOf("background", this.background, "auto", "opaque");
		oneOf("response_format", this.responseFormat, "b64_json", URL);
	}

	private static void oneOf(String parameter, @Nullable String value, String one, String other) {
		if (value != null && !value.equals(one) && !value.equals(other)) {
			throw new InvalidParameterException(parameter, value, "%s or %s".formatted(one, other));
		}
	}

	/** How many pictures are wanted. */
	int count() {
		int count = Objects.requireNonNullElse(this.n, 1);
		COUNT.check("n", count);
		return count;
	}

	/** How many previews are wanted of each. */
	int previews() {
		int previews = Objects.requireNonNullElse(this.partialImages, 0);
		PREVIEWS.check("partial_images", previews);
		return previews;
	}

	/** What is asked for in words. */
	Prompts prompts() {
		return hasWords() ? Prompts.of(this.prompt, null) : Prompts.NONE;
	}

	boolean hasWords() {
		return this.prompt != null && !this.prompt.isBlank();
	}

	boolean asksForUrls() {
		return URL.equals(this.responseFormat);
	}

	boolean asksForEvents() {
		return Boolean.TRUE.equals(this.stream);
	}

	StillFormat format() {
		return Objects.requireNonNullElse(this.outputFormat, StillFormat.PNG);
	}

	/** How pictures are encoded. */
	PictureEncoding encoding() {
		boolean lossless = format() == StillFormat.PNG
				|| (format() == StillFormat.WEBP && Objects.equals(this.outputCompression, BEST));
		return (this.outputCompression == null || lossless) ? format()
				: new LossyEncoding(format(), this.outputCompression);
	}

	/** The format as this API names it. */
	String formatName() {
		return WireType.name(format());
	}

}
