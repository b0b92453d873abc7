/**
 * Owns the use case: request to latents to pixels to bytes. Knows latent, image,
 * modelcard, inference, registry and direction.
 */
@ApplicationModule(allowedDependencies = { "latent", "image", "modelcard", "inference", "registry", "direction" })
@NullMarked
package io.eidolon.generation;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
