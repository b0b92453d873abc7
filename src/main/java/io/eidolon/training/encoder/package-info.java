/**
 * Learns the way back from a picture to a latent of any generator that can be served.
 */
@NullMarked
package io.eidolon.training.encoder;

import org.jspecify.annotations.NullMarked;
