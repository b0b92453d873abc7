/**
 * Writes PNG and its animations: filters, deflate made for pictures, and chunks. Knows no
 * other package.
 */
@NullMarked
package io.eidolon.image.png;

import org.jspecify.annotations.NullMarked;
