/**
 * Owns finding directions of latents that change pictures in one way. Knows latent,
 * modelcard and inference.
 */
@ApplicationModule(allowedDependencies = { "latent", "modelcard", "inference" })
@NullMarked
package io.eidolon.direction;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
