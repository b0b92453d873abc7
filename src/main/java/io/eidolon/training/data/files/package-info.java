/**
 * Lists the files of folders and archives, and reads them; has the error of all that
 * reads data. Knows no other package of training.
 */
@NullMarked
package io.eidolon.training.data.files;

import org.jspecify.annotations.NullMarked;
