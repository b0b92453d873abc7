package io.eidolon.web.recognise;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import io.eidolon.recognition.FeatureSpace;
import io.eidolon.recognition.ProbeRequest;
import io.eidolon.recognition.ProbeRequest.Example;
import io.eidolon.serving.InvalidParameterException;
import io.eidolon.web.http.Base64Field;
import io.eidolon.web.http.Examples;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a probe is fitted to. */
record ProbeForm(
		@Schema(description = "The name of the probe: up to 64 of a to z, 0 to 9 and dashes",
				example = "red-or-blue") @Nullable String name,

		@Schema(description = "The version of the model; the one that serves by default if left out") @Nullable String version,

		@Schema(description = "The space in which pictures are described, as for POST /features",
				defaultValue = "imagenet") @Nullable FeatureSpace space,

		@Schema(description = "Labelled pictures: at least 2 labels",
				example = ProbeForm.EXAMPLE) @Nullable List<ExampleForm> examples) {

	/** A picture of one red pixel, and one of a blue one. */
	static final String EXAMPLE = "[{\"label\": \"red\", \"picture\": \"" + Examples.RED + "\"}, "
			+ "{\"label\": \"blue\", \"picture\": \"" + Examples.BLUE + "\"}]";

	ProbeRequest toRequest(String model) {
		if (this.name == null) {
			throw new InvalidParameterException("name", null, "given");
		}
		if (this.examples == null) {
			throw new InvalidParameterException("examples", null, "given: a list of label and picture, in base64");
		}
		List<ExampleForm> given = this.examples;
		return new ProbeRequest(model, this.version, this.name,
				Objects.requireNonNullElse(this.space, FeatureSpace.IMAGENET),
				IntStream.range(0, given.size())
					.mapToObj((i) -> given.get(i).toExample("examples[%s]".formatted(i)))
					.toList());
	}

	/**
	 * A picture whose class is known.
	 *
	 * @param label the name of the class
	 * @param picture the file of the picture, in base64
	 */
	record ExampleForm(@Nullable String label, @Nullable String picture) {

		Example toExample(String name) {
			if (this.label == null) {
				throw new InvalidParameterException(name + ".label", null, "given");
			}
			if (this.picture == null) {
				throw new InvalidParameterException(name + ".picture", null, "given, in base64");
			}
			return new Example(this.label, Base64Field.decode(name + ".picture", this.picture));
		}

	}

}
