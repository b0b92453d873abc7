/**
 * Holds the losses of generator and discriminator, and the gradient penalties.
 */
@NullMarked
package io.eidolon.training.objective;

import org.jspecify.annotations.NullMarked;
