/**
 * Holds the objectives that the players descend.
 */
@NullMarked
package io.eidolon.training.objective;

import org.jspecify.annotations.NullMarked;
