package io.eidolon.inference;

import java.util.Map;

/**
 * A point whose slope is asked for.
 *
 * @param z the latent, as long as the model's card says
 * @param label the index of a class; ignored unless the model is class-conditional
 * @param asked what is asked of the picture: the values of each input of the loss by its
 * name, without the axis of the batch
 */
public record GradientInput(float[] z, int label, Map<String, float[]> asked) {

}
