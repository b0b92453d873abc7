/**
 * Lists the files of folders and archives, and reads them. Knows no other package of
 * training.
 */
@NullMarked
package io.eidolon.training.data.files;

import org.jspecify.annotations.NullMarked;
