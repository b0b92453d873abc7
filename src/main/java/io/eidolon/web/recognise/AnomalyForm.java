package io.eidolon.web.recognise;

import io.eidolon.recognition.AnomalyRequest;
import io.eidolon.serving.InvalidParameterException;
import io.eidolon.web.http.Base64Field;
import io.eidolon.web.http.Examples;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** In which picture to look for what does not belong. */
record AnomalyForm(
		@Schema(description = "The name of a detector, which the trainer's command `anomaly` makes",
				example = "peeps") @Nullable String detector,

		@Schema(description = "The file of a picture, in base64", example = Examples.RED) @Nullable String picture,

		@Schema(description = "The score above which the picture is anomalous; the detector's own if left out") @Nullable Float threshold) {

	AnomalyRequest toRequest() {
		if (this.picture == null) {
			throw new InvalidParameterException("picture", null, "given, in base64");
		}
		return toRequest(Base64Field.decode("picture", this.picture));
	}

	AnomalyRequest toRequest(byte[] file) {
		if (this.detector == null) {
			throw new InvalidParameterException("detector", null,
					"given: the name of a detector, which the trainer's command anomaly makes");
		}
		return new AnomalyRequest(this.detector, file, (this.threshold != null) ? (double) this.threshold : null);
	}

}
