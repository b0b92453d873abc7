/**
 * Owns {@code /models}: cards, previews, samples and directions.
 */
@ApplicationModule(allowedDependencies = { "web.http", "generation", "directions", "serving", "registry",
		"inference :: plan", "modelcard", "latent", "image" })
@NullMarked
package io.eidolon.web.models;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
