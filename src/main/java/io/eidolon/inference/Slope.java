package io.eidolon.inference;

/**
 * How far a picture is from what is asked for, and which way is worse.
 *
 * @param loss how far
 * @param gradient the derivative of the loss in the latent, (dimension)
 * @param image the picture in the generator's range, (channels, height, width)
 */
public record Slope(float loss, float[] gradient, float[] image) {

}
