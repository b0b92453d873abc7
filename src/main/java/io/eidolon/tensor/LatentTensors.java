package io.eidolon.tensor;

import java.util.List;

import io.eidolon.serving.Prompts;
import org.jspecify.annotations.Nullable;

/**
 * What images are to be generated from: a row of each tensor makes an image.
 *
 * @param z latents, (count, dimension)
 * @param labels indices of classes, (count); null for the first class
 * @param prompts words, one prompt for each image, or none
 * @param sentences vectors of prompts, (count, dimension), instead of words; null for
 * none
 * @param strength how closely vectors are followed
 */
public record LatentTensors(List<float[]> z, int @Nullable [] labels, Prompts prompts,
		@Nullable List<float[]> sentences, float strength) {

}
