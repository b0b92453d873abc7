/**
 * Owns recognition: describing pictures by features that no label taught, and finding
 * what does not belong. Knows anomaly, image, modelcard, graph, batching, inference,
 * registry, serving and search.
 */
@ApplicationModule(allowedDependencies = { "anomaly", "image", "modelcard", "graph", "graph :: ir", "batching",
		"inference", "registry", "serving", "search", "inference :: gradient" })
@NullMarked
package io.eidolon.recognition;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
