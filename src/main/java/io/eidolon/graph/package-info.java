/**
 * Owns ONNX graphs: reads and checks files, and builds graphs by name. What changes them
 * works on {@code ir}: {@code canonical} gives a generator the ports that are served,
 * {@code rewrite} makes it faster, {@code gradient} differentiates it, {@code shape}
 * tells the shapes of its values. Knows modelcard.
 */
@ApplicationModule(allowedDependencies = { "modelcard" })
@NullMarked
package io.eidolon.graph;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
