/**
 * Measures how well generated pictures follow their captions: a classifier that had no
 * part in training says which attributes they have.
 */
@NullMarked
package io.eidolon.training.attributes;

import org.jspecify.annotations.NullMarked;
