/**
 * Runs the adversarial loop, with checkpoints.
 */
@NullMarked
package io.eidolon.training.loop;

import org.jspecify.annotations.NullMarked;
