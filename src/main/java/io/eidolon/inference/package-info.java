/**
 * Owns generators that many callers share: opens them, batches what is asked of them, and
 * measures them. {@code onnx} owns the native sessions, {@code plan} finds the form of a
 * graph that serves, {@code gradient} holds gradients and encoders. Knows latent,
 * batching, modelcard and graph.
 */
@ApplicationModule(allowedDependencies = { "batching", "modelcard", "graph", "graph :: canonical", "graph :: ir",
		"graph :: gradient", "graph :: rewrite", "latent" })
@NullMarked
package io.eidolon.inference;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
