/**
 * Owns pictures on the way between seeds. Knows latent, image, modelcard, inference,
 * registry and serving.
 */
@ApplicationModule(allowedDependencies = { "latent", "image", "modelcard", "inference", "registry", "serving",
		"inference :: plan" })
@NullMarked
package io.eidolon.interpolation;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
