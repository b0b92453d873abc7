package io.eidolon.training.loop;

import io.eidolon.training.augment.Augmentations;
import io.eidolon.training.network.ComputeType;
import io.eidolon.training.network.PretrainedTrunk;

/**
 * A second discriminator, which sees pictures through a pretrained network.
 *
 * @param trunk the pretrained network
 * @param weight the weight of its losses beside those of the discriminator
 * @param side the side in pixels to which pictures are resized for it
 * @param augmentations the random changes of what it sees
 * @param precision the numbers that it computes with
 */
public record VisionAid(PretrainedTrunk trunk, double weight, int side, Augmentations augmentations,
		ComputeType precision) {

}
