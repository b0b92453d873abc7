package io.eidolon.training.objective;

import org.bytedeco.pytorch.Tensor;

/**
 * The logits l of D for a batch, with D = sigmoid(l).
 *
 * @param real (N) of real pictures x
 * @param fake (N) of fake pictures G(z)
 */
public record Logits(Tensor real, Tensor fake) {

}
