package io.eidolon.training.objective;

import org.bytedeco.pytorch.Tensor;

/**
 * What D says of a batch, as logits l with D = sigmoid(l).
 *
 * @param real (N) of real pictures x
 * @param fake (N) of drawn pictures G(z)
 */
public record Logits(Tensor real, Tensor fake) {

}
