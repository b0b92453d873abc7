package io.eidolon.serving;

import io.eidolon.latent.Seed;
import org.jspecify.annotations.Nullable;

/**
 * What an image was generated from.
 *
 * @param index the image's place in its answer, from 0
 * @param seed its seed, null when its latent was given or lies between seeds
 * @param label the name of its class, null when the model takes no label
 * @param prompt its words, null when it has none, or they lie between prompts
 * @param z its latent, truncated
 */
public record Sample(int index, @Nullable Seed seed, @Nullable String label, @Nullable String prompt, float[] z) {

}
