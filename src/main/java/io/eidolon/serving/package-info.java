/**
 * Owns what every use case needs and none owns: who waits and how long, waiting for
 * results, leases on models, room for pixels, generating and encoding images, what is
 * written into them, and the errors of requests. Knows latent, text, image, upscaling,
 * modelcard, inference and registry.
 */
@ApplicationModule(allowedDependencies = { "latent", "text", "image", "modelcard", "inference", "registry", "batching",
		"upscaling", "inference :: plan", "inference :: gradient" })
@NullMarked
package io.eidolon.serving;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
