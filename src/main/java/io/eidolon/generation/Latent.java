package io.eidolon.generation;

import io.eidolon.latent.Seed;
import org.jspecify.annotations.Nullable;

/**
 * A point to draw from.
 *
 * @param seed where it comes from, null when it was given
 * @param z its coordinates, truncated
 * @param label the class to draw, 0 when the model takes no label
 */
public record Latent(@Nullable Seed seed, float[] z, int label) {

}
