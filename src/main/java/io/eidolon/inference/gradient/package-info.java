/**
 * Owns the gradients of a generator, the network that encodes images as latents, and
 * other networks that take images.
 */
@NamedInterface("gradient")
@NullMarked
package io.eidolon.inference.gradient;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
