/**
 * Owns the search for latents whose pictures are what somebody asks for. Knows latent,
 * image, modelcard, graph, inference, registry and generation.
 */
@ApplicationModule(allowedDependencies = { "latent", "image", "modelcard", "graph :: gradient", "inference", "registry",
		"generation" })
@NullMarked
package io.eidolon.edit;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
