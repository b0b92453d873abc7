package io.eidolon.web.project;

import io.eidolon.image.StillFormat;
import io.eidolon.latent.Seed;
import io.eidolon.projection.Likeness;
import io.eidolon.search.SearchProperties;
import io.eidolon.serving.Label;
import io.eidolon.serving.Prompts;
import io.eidolon.serving.ServingProperties;
import io.eidolon.web.http.Between;
import io.eidolon.web.http.FormFields;
import io.eidolon.web.http.Limit;
import org.jspecify.annotations.Nullable;

/** The fields of a form beside its picture; they mean what they do in JSON. */
record ProjectionFields(@Nullable String model, @Nullable String version, @Nullable Label label,
		@Nullable String prompt, @Between(minimum = 0, maximum = Prompts.MAX_STRENGTH) @Nullable Float strength,
		@Limit(settings = SearchProperties.class, name = "starts") @Nullable Integer starts,
		@Limit(settings = SearchProperties.class, name = "projectionSteps") @Nullable Integer steps,
		@Nullable Likeness loss, @Nullable Seed searchSeed, @Nullable StillFormat format, @Nullable Integer upscale,
		@Limit(settings = ServingProperties.class, name = "scale") @Nullable Integer scale) implements FormFields {

	ProjectionForm toForm() {
		return new ProjectionForm(this.model, this.version, null, this.label, this.prompt, this.strength, this.starts,
				this.steps, this.loss, this.searchSeed, this.format, this.upscale, this.scale);
	}

}
