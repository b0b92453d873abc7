/**
 * Owns the latent space: seeds, sampling, truncation, interpolation. Knows no other
 * package.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.eidolon.latent;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
