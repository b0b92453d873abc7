/**
 * Owns ONNX graphs as protobuf: building, reading and checking them. Knows no other
 * package.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.eidolon.graph;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
