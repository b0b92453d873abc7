package io.eidolon.web.recognise;

import io.eidolon.web.http.FormFields;
import org.jspecify.annotations.Nullable;

/** The fields of a form beside its picture; they mean what they do in JSON. */
record AnomalyFields(@Nullable String detector, @Nullable Float threshold) implements FormFields {

	AnomalyForm toForm() {
		return new AnomalyForm(this.detector, null, this.threshold);
	}

}
