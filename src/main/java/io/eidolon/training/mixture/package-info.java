/**
 * Shows what each objective does on mixtures of Gaussians, where every mode is known.
 */
@NullMarked
package io.eidolon.training.mixture;

import org.jspecify.annotations.NullMarked;
