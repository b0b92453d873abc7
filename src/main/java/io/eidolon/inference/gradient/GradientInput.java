package io.eidolon.inference.gradient;

import java.util.Map;

/**
 * A latent at which the gradient of a loss is asked for.
 *
 * @param z the latent, as long as the model's card says
 * @param label the index of a class; ignored unless the model is class-conditional
 * @param asked what is asked of the image: the values of each input of the loss by its
 * name, without the axis of the batch
 */
public record GradientInput(float[] z, int label, Map<String, float[]> asked) {

}
