package io.eidolon.web.generate;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.eidolon.generation.GenerationRequest;
import io.eidolon.generation.LatentSource;
import io.eidolon.image.StillFormat;
import io.eidolon.latent.Seed;
import io.eidolon.latent.Truncation;
import io.eidolon.serving.Enlargement;
import io.eidolon.serving.InvalidParameterException;
import io.eidolon.serving.Label;
import io.eidolon.serving.Prompts;
import io.eidolon.serving.ServingProperties;
import io.eidolon.web.http.Between;
import io.eidolon.web.http.Limit;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What to generate. Everything may be left out.
 */
record GenerationForm(
		@Schema(description = "The name of a model; the default one if left out",
				example = "peeps") @Nullable String model,

		@Schema(description = "The version of the model; the one that serves by default if left out") @Nullable String version,

		@Schema(description = "How many pictures, of consecutive seeds",
				defaultValue = "1") @Limit(settings = ServingProperties.class, name = "count") @Nullable Integer count,

		@Schema(description = "The seed of the first picture; any if left out") @Nullable Seed seed,

		@Schema(description = "The seed of each picture, instead of count and seed") @Nullable List<Seed> seeds,

		@Schema(description = "The latent of each picture, (count, dimension), instead of seeds") @Nullable List<List<Float>> latents,

		@Schema(description = "Psi: scales latents, from 0 for the mean picture to 1 for full variety",
				defaultValue = "1") @Nullable Truncation truncation,

		@Schema(description = "How far latents are moved, by the names that GET /models/{model}/directions lists",
				example = "{\"pc1\": 2}") @Nullable Map<String, Float> directions,

		@Schema(description = "The name or the index of a class; if left out, seed modulo the number of classes") @Nullable Label label,

		@Schema(description = "What pictures are to show, in a few words, for models whose card has `text`; GET /models/{model} has examples") @Nullable String prompt,

		@Schema(description = "A prompt for each picture, instead of prompt") @Nullable List<String> prompts,

		@Schema(description = "What pictures go towards in words, from prompt, or from no words; blends say how far") @Nullable String toPrompt,

		@Schema(description = "How far each picture goes from prompt to toPrompt: 0 for not at all, 1 for all the way") @Nullable List<Float> blends,

		@Schema(description = "How closely words are followed: 0 for not at all, 1 as in training",
				defaultValue = "1") @Between(minimum = 0, maximum = Prompts.MAX_STRENGTH) @Nullable Float strength,

		@Schema(description = "How pictures are encoded", defaultValue = "png") @Nullable StillFormat format,

		@Schema(description = "The factor to enlarge by through a super-resolution network, before scale",
				allowableValues = {
						"2", "4" }) @Nullable Integer upscale,

		@Schema(description = "The factor to enlarge by, to the nearest pixel",
				defaultValue = "1") @Limit(settings = ServingProperties.class, name = "scale") @Nullable Integer scale,

		@Schema(description = "How many pictures a row of a grid has; as square as may be if left out") @Limit(
				settings = ServingProperties.class, name = "count") @Nullable Integer columns,

		@Schema(description = "Whether a JSON answer holds the latent of each picture, truncated",
				defaultValue = "false") @Nullable Boolean withLatents){

	static final GenerationForm EMPTY = new GenerationForm(null, null, null, null, null, null, null, null, null, null,
			null, null, null, null, null, null, null, null, null);

	GenerationRequest toRequest() {
		return new GenerationRequest(this.model, this.version, source(),
				Objects.requireNonNullElse(this.truncation, Truncation.NONE),
				Objects.requireNonNullElse(this.directions, Map.of()), this.label, asked(),
				Enlargement.of(this.upscale, this.scale), this.columns);
	}

	private Prompts asked() {
		if (this.blends == null) {
			if (this.toPrompt != null) {
				throw new InvalidParameterException("toPrompt", this.toPrompt,
						"left out, or given with blends, which say how far each picture goes");
			}
			return Prompts.of(this.prompt, this.prompts, this.strength);
		}
		if (this.prompts != null) {
			throw new InvalidParameterException("prompts", null, "left out, as blends are given");
		}
		return Prompts.blended(this.prompt, this.toPrompt, this.blends, this.strength);
	}

	private LatentSource source() {
		if (Stream.of(this.seed, this.seeds, this.latents).filter(Objects::nonNull).count() > 1) {
			throw new InvalidParameterException((this.seeds != null) ? "seeds" : "latents", null,
					"left out, as only one of seed, seeds and latents can be given");
		}
		if (this.seeds == null && this.latents == null) {
			return new LatentSource.Consecutive(this.seed, consecutive());
		}
		LatentSource source = (this.seeds != null) ? new LatentSource.Seeds(this.seeds)
				: new LatentSource.Explicit(vectors(Objects.requireNonNull(this.latents)));
		checkCount(source.count(), "pictures");
		checkItems("prompts", this.prompts, source.count());
		checkItems("blends", this.blends, source.count());
		return source;
	}

	private int consecutive() {
		if (this.prompts == null && this.blends == null) {
			return Objects.requireNonNullElse(this.count, 1);
		}
		int items = (this.prompts != null) ? this.prompts.size() : Objects.requireNonNull(this.blends).size();
		checkCount(items, (this.prompts != null) ? "prompts" : "blends");
		return items;
	}

	private static void checkItems(String parameter, @Nullable List<?> items, int count) {
		if (items != null && items.size() != count) {
			throw new InvalidParameterException(parameter, items.size() + " items",
					"%s items, one for each picture".formatted(count));
		}
	}

	private void checkCount(int given, String what) {
		if (this.count != null && this.count != given) {
			throw new InvalidParameterException("count", this.count,
					"left out or %s, the number of %s given".formatted(given, what));
		}
	}

	private static List<float[]> vectors(List<List<Float>> rows) {
		return rows.stream().map((row) -> {
			float[] vector = new float[row.size()];
			for (int i = 0; i < vector.length; i++) {
				vector[i] = row.get(i);
			}
			return vector;
		}).toList();
	}

}
