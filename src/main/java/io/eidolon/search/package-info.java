/**
 * Owns the search for latents whose pictures are like what is asked for, by gradients.
 * Knows latent, image, modelcard, inference and serving.
 */
@ApplicationModule(allowedDependencies = { "latent", "image", "modelcard", "inference", "serving",
		"inference :: gradient", "inference :: plan" })
@NullMarked
package io.eidolon.search;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
