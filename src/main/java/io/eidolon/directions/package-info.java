/**
 * Owns directions of latents that change pictures in one way: finds, names and keeps
 * them, and moves latents along them. Knows latent, modelcard, inference, registry and
 * serving.
 */
@ApplicationModule(allowedDependencies = { "latent", "modelcard", "inference", "registry", "serving", "batching",
		"inference :: gradient", "inference :: plan" })
@NullMarked
package io.eidolon.directions;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
