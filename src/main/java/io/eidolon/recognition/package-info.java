/**
 * Owns recognition: describing pictures by features that no label taught, telling their
 * classes, and finding what does not belong. Knows anomaly, image, modelcard, graph,
 * batching, inference, registry, serving and search.
 */
@ApplicationModule(allowedDependencies = { "anomaly", "modelcard", "graph", "graph :: ir", "graph :: gradient", "image",
		"batching", "inference", "registry", "serving", "search", "inference :: gradient" })
@NullMarked
package io.eidolon.recognition;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
