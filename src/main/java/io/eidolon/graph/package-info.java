/**
 * Owns ONNX graphs as protobuf: building, reading, checking and adapting them. Knows
 * modelcard.
 */
@ApplicationModule(allowedDependencies = { "modelcard" })
@NullMarked
package io.eidolon.graph;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
