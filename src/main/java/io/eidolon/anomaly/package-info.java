/**
 * Owns what the trainer and the server agree on to find anomalies: the card of a
 * detector, its files, and the pretrained network that looks at pictures. Knows graph.
 */
@ApplicationModule(allowedDependencies = { "graph", "graph :: ir" })
@NullMarked
package io.eidolon.anomaly;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
