/**
 * Trains networks that read pictures: what they put out is multiplied by the vectors of
 * sentences, and the greater the product, the better a sentence fits.
 */
@NullMarked
package io.eidolon.training.sentences;

import org.jspecify.annotations.NullMarked;
