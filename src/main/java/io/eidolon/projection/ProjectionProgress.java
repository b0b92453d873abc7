package io.eidolon.projection;

/**
 * How far a projection has come.
 *
 * @param step how many steps were taken
 * @param steps how many there are in all
 * @param psnr decibels between the picture and the best one so far
 * @param picture the best one so far, encoded
 */
public record ProjectionProgress(int step, int steps, double psnr, byte[] picture) {

}
