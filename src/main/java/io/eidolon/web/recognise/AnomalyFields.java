package io.eidolon.web.recognise;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The fields of a form beside its picture; they mean what they do in JSON. */
record AnomalyFields(@Schema(example = "peeps") @Nullable String detector, @Nullable Float threshold) {

	AnomalyForm toForm() {
		return new AnomalyForm(this.detector, null, this.threshold);
	}

}
