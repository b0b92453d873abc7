/**
 * Finds the labels of pictures: in tables, in the names of folders, in file names and in
 * files beside them. Knows {@code data.files}.
 */
@NullMarked
package io.eidolon.training.data.labels;

import org.jspecify.annotations.NullMarked;
