package io.eidolon.training.data;

/**
 * The real pictures of one step.
 *
 * @param images (batch, channels, size, size) in [-1, 1]
 * @param labels (batch)
 */
public record Batch(float[] images, long[] labels) {

}
