package io.eidolon.editing;

import java.util.List;

/**
 * How far an edit has come.
 *
 * @param step how many steps were taken, 0 once the starts are ranked
 * @param steps how many there are in all
 * @param candidates the best first
 */
public record EditProgress(int step, int steps, List<EditedImage> candidates) {

}
