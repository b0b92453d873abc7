/**
 * Writes baseline JPEG (ITU-T T.81) with colour at full resolution. Knows no other
 * package.
 */
@NullMarked
package io.eidolon.image.jpeg;

import org.jspecify.annotations.NullMarked;
