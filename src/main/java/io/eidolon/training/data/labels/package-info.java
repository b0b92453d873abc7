/**
 * Finds the labels of pictures: in tables, in the names of folders, in file names and in
 * files beside them.
 */
@NullMarked
package io.eidolon.training.data.labels;

import org.jspecify.annotations.NullMarked;
