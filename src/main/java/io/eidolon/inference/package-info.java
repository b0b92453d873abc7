/**
 * Owns the ONNX Runtime session of a generator. Knows batching, modelcard and graph; the
 * only importer of {@code ai.onnxruntime}.
 */
@ApplicationModule(allowedDependencies = { "batching", "modelcard", "graph", "graph :: canonical", "graph :: gradient",
		"graph :: rewrite", "latent" })
@NullMarked
package io.eidolon.inference;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
