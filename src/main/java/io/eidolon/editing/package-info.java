/**
 * Owns edits: pictures of which parts are said. Knows latent, image, modelcard, graph,
 * inference, registry, serving and search.
 */
@ApplicationModule(allowedDependencies = { "latent", "image", "modelcard", "graph :: gradient", "inference", "registry",
		"serving", "search", "inference :: gradient", "inference :: plan" })
@NullMarked
package io.eidolon.editing;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
