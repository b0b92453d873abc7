/**
 * Owns generating pictures from seeds and latents. Knows latent, image, modelcard,
 * inference, registry, batching, serving and directions.
 */
@ApplicationModule(allowedDependencies = { "latent", "image", "modelcard", "inference", "registry", "serving",
		"batching", "directions", "inference :: plan" })
@NullMarked
package io.eidolon.generation;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
