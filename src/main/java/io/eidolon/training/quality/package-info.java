/**
 * Measures how close generated pictures are to real ones, in a named feature space.
 */
@NullMarked
package io.eidolon.training.quality;

import org.jspecify.annotations.NullMarked;
