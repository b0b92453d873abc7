/**
 * Owns {@code POST /project}.
 */
@ApplicationModule(
		allowedDependencies = { "web.http", "projection", "search", "serving", "modelcard", "latent", "image" })
@NullMarked
package io.eidolon.web.project;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
