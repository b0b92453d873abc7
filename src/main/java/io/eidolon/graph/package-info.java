/**
 * Owns ONNX graphs. This package reads and checks files, and has the words that the
 * others share. {@code ir} is the graph that can be changed, and knows this package
 * alone; {@code shape} tells the shapes of its values, and above it {@code canonical}
 * gives a generator the ports that are served, {@code rewrite} makes it faster,
 * {@code gradient} differentiates it. Knows modelcard.
 */
@ApplicationModule(allowedDependencies = { "modelcard" })
@NullMarked
package io.eidolon.graph;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
