/**
 * Owns the sessions of ONNX Runtime, which nothing else imports: what goes in, what comes
 * out, and the device that runs them.
 */
@NamedInterface("onnx")
@NullMarked
package io.eidolon.inference.onnx;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
