package io.eidolon.web.recognise;

import io.eidolon.recognition.FeatureSpace;
import io.eidolon.web.http.FormFields;
import org.jspecify.annotations.Nullable;

/** The fields of a form beside its pictures; they mean what they do in JSON. */
record FeatureFields(@Nullable String model, @Nullable String version,
		@Nullable FeatureSpace space) implements FormFields {

	FeatureForm toForm() {
		return new FeatureForm(this.model, this.version, this.space, null);
	}

}
