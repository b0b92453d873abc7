/**
 * Derives from a generator the graph that computes how far its images are from what is
 * asked for, and the gradient of that in the latent: reverse-mode differentiation, one
 * small class per operator with the formula that it appends.
 */
@NamedInterface("gradient")
@NullMarked
package io.eidolon.graph.gradient;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
