package io.eidolon.generation;

import java.util.Map;

import io.eidolon.latent.Truncation;
import io.eidolon.serving.Enlargement;
import io.eidolon.serving.Label;
import io.eidolon.serving.Prompts;
import org.jspecify.annotations.Nullable;

/**
 * A request for images.
 *
 * @param model the name of the model, null for the default one
 * @param version the version of the model, null for the one that serves by default
 * @param source the latents to generate from
 * @param truncation scales the latents
 * @param directions how far latents are moved along directions, by their names
 * @param label the class to generate; without one, seed modulo the number of classes
 * decides
 * @param prompts what to generate, in words: one prompt for all images, or one for each
 * @param enlargement how pictures are enlarged
 * @param columns how many pictures a row of a grid has, null for a grid as square as may
 * be
 */
public record GenerationRequest(@Nullable String model, @Nullable String version, LatentSource source,
		Truncation truncation, Map<String, Float> directions, @Nullable Label label, Prompts prompts,
		Enlargement enlargement, @Nullable Integer columns) {

}
