package io.eidolon.modelcard;

/**
 * How far the exported graph is from the trained network.
 *
 * @param runtime what the graph was run with
 * @param latents how many latents were compared
 * @param maxAbsoluteDifference the largest difference of the float graph in output units
 * @param weights how weights are stored, {@code float32} or {@code float16}
 * @param maxLevelDifference the largest difference of the stored graph's pictures in
 * levels of 255
 */
public record Proof(String runtime, int latents, double maxAbsoluteDifference, String weights, int maxLevelDifference) {

}
