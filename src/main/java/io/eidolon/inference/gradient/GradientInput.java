package io.eidolon.inference.gradient;

import java.util.Map;

import io.eidolon.latent.LatentInput;

/**
 * A latent at which the gradient of a loss is asked for.
 *
 * @param generated what the image is generated from
 * @param asked what is asked of the image: the values of each input of the loss by its
 * name, without the axis of the batch
 */
public record GradientInput(LatentInput generated, Map<String, float[]> asked) {

	/** A latent without a prompt. */
	public GradientInput(float[] z, int label, Map<String, float[]> asked) {
		this(new LatentInput(z, label), asked);
	}

}
