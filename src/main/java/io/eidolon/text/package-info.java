/**
 * Owns sentences as numbers: the frozen encoder that prompts and captions go through, and
 * the words of both. Knows inference, which runs the network.
 */
@ApplicationModule(allowedDependencies = "inference :: onnx")
@NullMarked
package io.eidolon.text;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
