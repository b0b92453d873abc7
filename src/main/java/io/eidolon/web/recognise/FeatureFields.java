package io.eidolon.web.recognise;

import io.eidolon.recognition.FeatureSpace;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The fields of a form beside its pictures; they mean what they do in JSON. */
record FeatureFields(@Schema(example = "peeps") @Nullable String model, @Nullable String version,
		@Nullable FeatureSpace space) {

	FeatureForm toForm() {
		return new FeatureForm(this.model, this.version, this.space, null);
	}

}
