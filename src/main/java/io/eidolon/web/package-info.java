/**
 * Owns the REST edge: wire records and the mapping of errors to RFC 9457. Knows
 * generation, direction, edit, registry, inference, modelcard, latent and image.
 */
@ApplicationModule(allowedDependencies = { "generation", "direction", "edit", "registry", "inference", "modelcard",
		"latent", "image" })
@NullMarked
package io.eidolon.web;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
