package io.eidolon.training.loop;

/**
 * How good a generator is.
 *
 * @param distance the Frechet distance to pictures that it has not seen
 * @param recall the share of these that lie among generated ones
 */
public record Measured(double distance, double recall) {

}
