package io.eidolon.training.loop;

import java.util.function.UnaryOperator;

import io.eidolon.training.network.ConditionTensors;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * What an update of D is computed from.
 *
 * @param images (N, channels, size, size) real pictures as they are
 * @param generated (N, channels, size, size) fake ones as they are
 * @param change augmentations and noise, sampled anew each time
 * @param real (N, channels, size, size) x, as D sees it
 * @param fake (N, channels, size, size) G(z), as D sees it, with its gradient to G
 * @param condition of both
 * @param wrong (N, 384) the embeddings of captions that are wrong for x, or null
 * @param aided what the vision-aided discriminator sees of both, or null
 * @param latents of both, where there is a joint encoder, or null
 * @param attributes of the real pictures, or null
 */
record Samples(Tensor images, Tensor generated, UnaryOperator<Tensor> change, Tensor real, Tensor fake,
		ConditionTensors condition, @Nullable Tensor wrong, AidedStep.@Nullable Features aided,
		JointStep.@Nullable Latents latents, AttributeStep.@Nullable Targets attributes) {

}
