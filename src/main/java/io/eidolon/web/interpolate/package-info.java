/**
 * Owns {@code GET /interpolate}.
 */
@ApplicationModule(allowedDependencies = { "web.http", "interpolation", "serving", "modelcard", "latent", "image" })
@NullMarked
package io.eidolon.web.interpolate;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
