/**
 * Owns OpenAI's Images API below {@code /v1}: its forms, answers, events and errors, and
 * how they become requests of this service.
 */
@ApplicationModule(allowedDependencies = { "web.http", "web.server", "generation", "projection", "editing", "registry",
		"serving", "modelcard", "latent", "image", "upscaling" })
@NullMarked
package io.eidolon.web.openai;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
