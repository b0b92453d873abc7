/**
 * Owns the super-resolution network that enlarges pictures. Knows image, batching and
 * inference, which runs the network.
 */
@ApplicationModule(allowedDependencies = { "batching", "image", "inference :: onnx" })
@NullMarked
package io.eidolon.upscaling;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
