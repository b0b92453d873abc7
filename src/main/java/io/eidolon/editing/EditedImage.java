package io.eidolon.editing;

import org.jspecify.annotations.Nullable;

/**
 * An image that comes near to what is asked for.
 *
 * @param index its place among the candidates, from 0 for the best
 * @param z its latent
 * @param label the name of its class, null when the model takes no label
 * @param blend how far it went towards words, null when it was not asked to
 * @param loss how far it is from what is asked for, the cost of its latent included
 * @param data the encoded picture
 */
public record EditedImage(int index, float[] z, @Nullable String label, @Nullable Float blend, double loss, byte[] data) {

}
