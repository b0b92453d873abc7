/**
 * Transforms all that the discriminator sees, so that it cannot learn a small set by
 * heart.
 */
@NullMarked
package io.eidolon.training.augment;

import org.jspecify.annotations.NullMarked;
