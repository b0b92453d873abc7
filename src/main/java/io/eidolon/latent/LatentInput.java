package io.eidolon.latent;

import org.jspecify.annotations.Nullable;

/**
 * What one image is generated from.
 *
 * @param z the latent, as long as the model's card says
 * @param label the index of a class; ignored unless the model is class-conditional
 * @param sentence the vector of a prompt, null for none
 * @param strength how closely the prompt is followed, 0 for not at all
 */
public record LatentInput(float[] z, int label, float @Nullable [] sentence, float strength) {

	/** An input without a prompt. */
	public LatentInput(float[] z, int label) {
		this(z, label, null, 0);
	}

}
