package io.eidolon.inference.gradient;

/**
 * The loss of one image and its gradient.
 *
 * @param loss how far the image is from what is asked for
 * @param gradient the derivative of the loss in the latent, (dimension)
 * @param image the image in the generator's range, (channels, height, width)
 */
public record GradientResult(float loss, float[] gradient, float[] image) {

}
