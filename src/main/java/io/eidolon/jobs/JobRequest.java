package io.eidolon.jobs;

import java.net.URI;
import java.util.List;
import java.util.Map;

import io.eidolon.image.StillFormat;
import io.eidolon.latent.Interpolation;
import org.jspecify.annotations.Nullable;

/**
 * What a job is asked for. Of labels and of prompts, pictures take the next one in turn,
 * and begin again after the last.
 *
 * @param model the name of the model, null for the default one
 * @param version the version of the model, null for the one that serves by default
 * @param total how many pictures
 * @param seed the seed of the first picture, which those of others follow; null for any
 * @param walk the way that pictures are on, null for a picture of each seed
 * @param truncation psi, by which latents are scaled
 * @param directions how far latents are moved along directions, by their names
 * @param labels the classes; without any, the seed modulo the number of classes decides
 * @param prompts what to generate, in words; on a walk the first prompt, and the last
 * @param strength how closely words are followed, null as in training
 * @param upscale the factor of the super-resolution network, null to do without it
 * @param scale the factor by which pixels are repeated, null for 1
 * @param format how pictures are encoded
 * @param archive what they are packed in
 * @param webhook where to say that the job is over, null for nowhere
 */
public record JobRequest(@Nullable String model, @Nullable String version, int total, @Nullable Long seed,
		@Nullable Walk walk, double truncation, Map<String, Float> directions, List<String> labels,
		List<String> prompts, @Nullable Float strength, @Nullable Integer upscale, @Nullable Integer scale,
		StillFormat format, Archive archive, @Nullable URI webhook) {

	/** The same with what was left out. */
	JobRequest completed(String model, String version, long seed) {
		return new JobRequest(model, version, this.total, seed, this.walk, this.truncation, this.directions,
				this.labels, this.prompts, this.strength, this.upscale, this.scale, this.format, this.archive,
				this.webhook);
	}

	/** The same without an address that is its client's alone to know. */
	JobRequest withoutWebhook() {
		return new JobRequest(this.model, this.version, this.total, this.seed, this.walk, this.truncation,
				this.directions, this.labels, this.prompts, this.strength, this.upscale, this.scale, this.format,
				this.archive, null);
	}

	/** The label that a picture takes in its turn, null when there is none. */
	@Nullable String label(int picture) {
		return this.labels.isEmpty() ? null : this.labels.get(picture % this.labels.size());
	}

	/**
	 * A way through the latent space.
	 *
	 * @param seeds those that it passes
	 * @param method the way from one seed to the next
	 * @param loop whether it returns to where it began
	 */
	public record Walk(List<Long> seeds, Interpolation method, boolean loop) {

	}

}
