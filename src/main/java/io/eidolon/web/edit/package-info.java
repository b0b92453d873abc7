/**
 * Owns {@code POST /edit}.
 */
@ApplicationModule(allowedDependencies = { "web.http", "editing", "search", "serving", "modelcard", "latent", "image" })
@NullMarked
package io.eidolon.web.edit;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
