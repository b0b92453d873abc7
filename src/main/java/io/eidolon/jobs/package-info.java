/**
 * Owns work that outlives a request: jobs of many pictures, the database and the
 * scheduler that share them among replicas, and the archives they end in. Knows
 * generation, interpolation, serving, registry, store, modelcard, latent and image.
 */
@ApplicationModule(allowedDependencies = { "generation", "interpolation", "serving", "registry", "store", "modelcard",
		"latent", "image" })
@NullMarked
package io.eidolon.jobs;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
