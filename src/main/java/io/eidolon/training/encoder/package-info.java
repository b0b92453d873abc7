/**
 * Trains encoders, which estimate the latent of a picture, for any generator that can be
 * served.
 */
@NullMarked
package io.eidolon.training.encoder;

import org.jspecify.annotations.NullMarked;
