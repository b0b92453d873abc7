/**
 * Owns running the networks of models on tensors, for clients that have latents or pixels
 * and want the same. Knows image, modelcard, inference, registry, text and serving.
 */
@ApplicationModule(allowedDependencies = { "image", "modelcard", "inference", "inference :: gradient", "registry",
		"serving", "text" })
@NullMarked
package io.eidolon.tensor;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
