/**
 * Tells people and meters how a run is going.
 */
@NullMarked
package io.eidolon.training.metrics;

import org.jspecify.annotations.NullMarked;
