/**
 * Owns the REST edge: wire records and the mapping of errors to RFC 9457. Knows the use
 * cases, serving, search, registry, inference, modelcard, latent and image.
 */
@ApplicationModule(allowedDependencies = { "generation", "interpolation", "editing", "projection", "directions",
		"search", "serving", "registry", "inference", "modelcard", "latent", "image" })
@NullMarked
package io.eidolon.web;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
