/**
 * Owns the Spring profile {@code train}: data, networks, objectives, the adversarial loop
 * and the export. Knows latent, image, modelcard, graph, text, anomaly, and inference for
 * the parity proof; the only importer of libtorch.
 */
@ApplicationModule(allowedDependencies = { "anomaly", "latent", "image", "modelcard", "graph", "graph :: ir",
		"graph :: gradient", "text", "inference", "inference :: onnx", "inference :: plan", "inference :: gradient" })
@NullMarked
package io.eidolon.training;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
