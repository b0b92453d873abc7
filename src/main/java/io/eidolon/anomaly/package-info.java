/**
 * Owns what the trainer and the server agree on to find anomalies: the card of a
 * detector, its files, and the pretrained network that looks at pictures. Knows graph and
 * modelcard.
 */
@ApplicationModule(allowedDependencies = { "graph", "graph :: ir", "modelcard" })
@NullMarked
package io.eidolon.anomaly;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
