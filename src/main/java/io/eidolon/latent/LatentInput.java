package io.eidolon.latent;

/**
 * What one image is generated from.
 *
 * @param z the latent, as long as the model's card says
 * @param label the index of a class; ignored unless the model is class-conditional
 */
public record LatentInput(float[] z, int label) {

}
