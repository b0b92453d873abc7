/**
 * Reads pictures and makes batches of them.
 */
@NullMarked
package io.eidolon.training.data;

import org.jspecify.annotations.NullMarked;
