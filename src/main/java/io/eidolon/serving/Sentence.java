package io.eidolon.serving;

import org.jspecify.annotations.Nullable;

/**
 * A prompt as a generator takes it.
 *
 * @param prompt its words, null when it lies between those of others
 * @param vector its vector, of length 1
 * @param strength how closely it is followed: 0 for not at all, 1 as in training
 */
public record Sentence(@Nullable String prompt, float[] vector, float strength) {

}
