/**
 * Owns {@code POST /generate}.
 */
@ApplicationModule(allowedDependencies = { "web.http", "generation", "serving", "modelcard", "latent", "image" })
@NullMarked
package io.eidolon.web.generate;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
