package io.eidolon.web.edit;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import io.eidolon.editing.Constraint;
import io.eidolon.editing.EditRequest;
import io.eidolon.image.StillFormat;
import io.eidolon.latent.Seed;
import io.eidolon.latent.Truncation;
import io.eidolon.search.SearchProperties;
import io.eidolon.serving.Enlargement;
import io.eidolon.serving.InvalidParameterException;
import io.eidolon.serving.Label;
import io.eidolon.serving.Prompts;
import io.eidolon.serving.ServingProperties;
import io.eidolon.web.http.Between;
import io.eidolon.web.http.Limit;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/**
 * What to look for. Only constraints must be given, or where the picture goes in words.
 */
record EditForm(
		@Schema(description = "The name of a model; the default one if left out",
				example = "peeps") @Nullable String model,

		@Schema(description = "The version of the model; the one that serves by default if left out") @Nullable String version,

		@Schema(description = "The seed of the picture to edit; from nothing if neither seed nor latent is given") @Nullable Seed seed,

		@Schema(description = "The latent of the picture to edit, instead of a seed") @Nullable List<Float> latent,

		@Schema(description = "The name or the index of a class; if left out, that of the seed, or the best of all") @Nullable Label label,

		@Schema(description = "What all pictures are to show, in a few words, for models whose card has `text`") @Nullable String prompt,

		@Schema(description = "What the picture is moved towards, in a few words: it keeps its latent, and candidates go ever further from prompt, or from no words") @Nullable String toPrompt,

		@Schema(description = "How closely words are followed: 0 for not at all, 1 as in training",
				defaultValue = "1") @Between(minimum = 0, maximum = Prompts.MAX_STRENGTH) @Nullable Float strength,

		@Schema(description = "Psi: scales the latents that are sampled, from 0 to 1 for full variety",
				defaultValue = "1") @Nullable Truncation truncation,

		@Schema(description = "What parts are to be; later ones hide earlier ones") @Nullable List<@Valid ConstraintForm> constraints,

		@Schema(description = "How many pictures are wanted; 16 if left out, and 4 or more as time and memory allow where the model's are above 256 x 256") @Limit(
				settings = SearchProperties.class, name = "candidates") @Nullable Integer candidates,

		@Schema(description = "Among how many latents the search begins; at least as many as candidates",
				defaultValue = "64") @Limit(settings = SearchProperties.class,
						name = "starts") @Nullable Integer starts,

		@Schema(description = "How many steps each candidate takes",
				defaultValue = "25") @Limit(settings = SearchProperties.class, name = "steps") @Nullable Integer steps,

		@Schema(description = "What it costs to be far from the picture to edit in the latent space",
				defaultValue = "0.1") @Between(minimum = 0, maximum = 1000) @Nullable Float smoothness,

		@Schema(description = "What it costs to be far from the mean in the latent space",
				defaultValue = "0.001") @Between(minimum = 0, maximum = 1000) @Nullable Float prior,

		@Schema(description = "Decides which latents are sampled", defaultValue = "0") @Nullable Seed searchSeed,

		@Schema(description = "How many pictures lead from the picture to edit, or the mean one, to the best candidate; 0 for none",
				defaultValue = "0") @Limit(settings = ServingProperties.class,
						name = "pathFrames") @Nullable Integer frames,

		@Schema(description = "How many candidates an event `progress` shows, the best first; all if left out") @Limit(
				settings = SearchProperties.class, name = "candidates") @Nullable Integer previews,

		@Schema(description = "How pictures are encoded", defaultValue = "png") @Nullable StillFormat format,

		@Schema(description = "The factor to enlarge by through a super-resolution network, before scale",
				allowableValues = {
						"2", "4" }) @Nullable Integer upscale,

		@Schema(description = "The factor to enlarge by, to the nearest pixel",
				defaultValue = "1") @Limit(settings = ServingProperties.class, name = "scale") @Nullable Integer scale){

	private static final int STARTS = 64;

	private static final int STEPS = 25;

	/** How many candidates are on the way to words. */
	private static final int STAGES = 4;

	private static final float SMOOTHNESS = 0.1f;

	private static final float PRIOR = 0.001f;

	EditRequest toRequest() {
		if (this.constraints == null && this.toPrompt == null) {
			throw new InvalidParameterException("constraints", null, "given");
		}
		int candidates = Objects.requireNonNullElse(this.candidates, 1);
		EditRequest.Effort effort = new EditRequest.Effort(this.candidates,
				Objects.requireNonNullElse(this.starts, Math.max(STARTS, candidates)),
				Objects.requireNonNullElse(this.steps, STEPS), Objects.requireNonNullElse(this.smoothness, SMOOTHNESS),
				Objects.requireNonNullElse(this.prior, PRIOR),
				Objects.requireNonNullElse(this.searchSeed, new Seed(0)));
		return new EditRequest(this.model, this.version, start(), this.label, prompts(),
				Objects.requireNonNullElse(this.truncation, Truncation.NONE),
				constraints(Objects.requireNonNullElse(this.constraints, List.of())), effort,
				Objects.requireNonNullElse(this.frames, 0), Objects.requireNonNullElse(this.format, StillFormat.PNG),
				Enlargement.of(this.upscale, this.scale), this.previews);
	}

	private Prompts prompts() {
		if (this.toPrompt == null) {
			return Prompts.of(this.prompt, this.strength);
		}
		int count = Objects.requireNonNullElse(this.candidates, STAGES);
		List<Float> blends = IntStream.rangeClosed(0, count).mapToObj((i) -> (float) i / count).toList();
		return Prompts.blended(this.prompt, this.toPrompt, blends, this.strength);
	}

	private EditRequest.@Nullable Start start() {
		if (this.seed != null && this.latent != null) {
			throw new InvalidParameterException("latent", null,
					"left out, as only one of seed and latent can be given");
		}
		if (this.seed != null) {
			return new EditRequest.SeedStart(this.seed);
		}
		return (this.latent != null) ? new EditRequest.LatentStart(vector(this.latent)) : null;
	}

	private static List<Constraint> constraints(List<ConstraintForm> forms) {
		return IntStream.range(0, forms.size())
			.mapToObj((i) -> forms.get(i).toConstraint("constraints[%s]".formatted(i)))
			.toList();
	}

	private static float[] vector(List<Float> values) {
		float[] vector = new float[values.size()];
		for (int i = 0; i < vector.length; i++) {
			vector[i] = values.get(i);
		}
		return vector;
	}

}
