package io.eidolon.web.recognise;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import io.eidolon.recognition.FeatureRequest;
import io.eidolon.recognition.FeatureSpace;
import io.eidolon.serving.InvalidParameterException;
import io.eidolon.web.http.Base64Field;
import io.eidolon.web.http.Examples;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whose features are asked for. */
record FeatureForm(
		@Schema(description = "The name of a model; the default one if left out. Only the space `imagenet` does not "
				+ "look at it", example = "peeps") @Nullable String model,

		@Schema(description = "The version of the model; the one that serves by default if left out") @Nullable String version,

		@Schema(description = "The space: that of the model's discriminator, the latents that its encoder guesses, "
				+ "what is multiplied by vectors of sentences, or "
				+ "that of a network trained on ImageNet, which is the same for all models",
				defaultValue = "imagenet") @Nullable FeatureSpace space,

		@Schema(description = "The files of pictures, in base64",
				example = FeatureForm.EXAMPLE) @Nullable List<String> input) {

	/** A picture of one red pixel. */
	static final String EXAMPLE = "[\"" + Examples.RED + "\"]";

	FeatureRequest toRequest() {
		if (this.input == null) {
			throw new InvalidParameterException("input", null, "given: a list of pictures in base64");
		}
		List<String> files = this.input;
		return toRequest(IntStream.range(0, files.size())
			.mapToObj((i) -> Base64Field.decode("input[%s]".formatted(i), files.get(i)))
			.toList());
	}

	FeatureRequest toRequest(List<byte[]> pictures) {
		return new FeatureRequest(this.model, this.version, pictures,
				Objects.requireNonNullElse(this.space, FeatureSpace.IMAGENET));
	}

}
