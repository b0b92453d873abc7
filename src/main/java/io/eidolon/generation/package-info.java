/**
 * Owns the use case: request to latents to pixels to bytes. Knows latent, image,
 * modelcard, inference and registry.
 */
@ApplicationModule(allowedDependencies = { "latent", "image", "modelcard", "inference", "registry" })
@NullMarked
package io.eidolon.generation;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
