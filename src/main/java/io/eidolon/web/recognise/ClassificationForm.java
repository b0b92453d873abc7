package io.eidolon.web.recognise;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import io.eidolon.recognition.ClassificationRequest;
import io.eidolon.recognition.ClassificationRequest.ByProbe;
import io.eidolon.recognition.ClassificationRequest.BySynthesis;
import io.eidolon.recognition.ClassificationRequest.ByText;
import io.eidolon.search.SearchProperties;
import io.eidolon.serving.InvalidParameterException;
import io.eidolon.web.http.Base64Field;
import io.eidolon.web.http.Limit;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whose classes are asked for. */
record ClassificationForm(
		@Schema(description = "The name of a model; the default one if left out",
				example = "fashion") @Nullable String model,

		@Schema(description = "The version of the model, for `synthesis`; the one that serves by default if left out") @Nullable String version,

		@Schema(description = "What tells classes: the class whose generated picture comes nearest, of models with "
				+ "classes and an encoder, a probe, or sentences, which are ranked by how well they fit",
				defaultValue = "synthesis") @Nullable Method by,

		@Schema(description = "The name of a probe of the model, for `probe`") @Nullable String probe,

		@Schema(description = "Labels or sentences that say what may be seen, for `text`: 2 to 100") @Nullable List<String> labels,

		@Schema(description = "How many steps the search takes after the encoder's guess, for the three nearest classes",
				defaultValue = "0") @Limit(settings = SearchProperties.class, name = "steps") @Nullable Integer steps,

		@Schema(description = "Whether to show each class's nearest picture",
				defaultValue = "false") @Nullable Boolean reconstructions,

		@Schema(description = "The files of pictures, in base64",
				example = FeatureForm.EXAMPLE) @Nullable List<String> input) {

	ClassificationRequest toRequest() {
		if (this.input == null) {
			throw new InvalidParameterException("input", null, "given: a list of pictures in base64");
		}
		List<String> files = this.input;
		return new ClassificationRequest(this.model, this.version,
				IntStream.range(0, files.size())
					.mapToObj((i) -> Base64Field.decode("input[%s]".formatted(i), files.get(i)))
					.toList(),
				method());
	}

	private ClassificationRequest.By method() {
		return switch (Objects.requireNonNullElse(this.by, Method.SYNTHESIS)) {
			case SYNTHESIS -> new BySynthesis(Objects.requireNonNullElse(this.steps, 0),
					Objects.requireNonNullElse(this.reconstructions, false));
			case PROBE -> {
				if (this.probe == null) {
					throw new InvalidParameterException("probe", null, "given: the name of a probe");
				}
				yield new ByProbe(this.probe);
			}
			case TEXT -> {
				if (this.labels == null) {
					throw new InvalidParameterException("labels", null, "given: labels or sentences");
				}
				yield new ByText(this.labels);
			}
		};
	}

	/** What tells classes. */
	enum Method {

		SYNTHESIS, PROBE, TEXT

	}

}
