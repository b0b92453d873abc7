/**
 * Writes a trained generator as a model that the server can serve, with its proof.
 */
@NullMarked
package io.eidolon.training.export;

import org.jspecify.annotations.NullMarked;
