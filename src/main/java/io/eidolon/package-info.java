/**
 * Eidolon: trained GAN generators as a REST image service, and the training of new ones.
 */
@NullMarked
package io.eidolon;

import org.jspecify.annotations.NullMarked;
