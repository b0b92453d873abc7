/**
 * Owns projection: the latent of a picture that was given. Knows latent, image,
 * modelcard, graph, inference, registry, serving and search.
 */
@ApplicationModule(allowedDependencies = { "latent", "image", "modelcard", "graph :: gradient", "inference", "registry",
		"serving", "search", "inference :: gradient", "inference :: plan" })
@NullMarked
package io.eidolon.projection;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
