package io.eidolon.modelcard;

import org.jspecify.annotations.Nullable;

/**
 * What a card says of the files by which pictures are recognised.
 *
 * @param discriminator the network {@value ModelFiles#DISCRIMINATOR}, null where there is
 * none
 */
public record Recognition(@Nullable Discriminator discriminator) {

	/**
	 * The discriminator that the generator was trained with, as a network that describes
	 * pictures.
	 *
	 * @param features how many numbers describe a picture
	 * @param grid the side of the grid over which the greatest value of each feature map
	 * is taken, at most
	 * @param step the generator steps after which it was exported
	 * @param weights how weights are stored, {@code float32} or {@code float16}
	 * @param maxRelativeDifference the largest difference of the float graph's features
	 * and logits from those of the trained network, relative to the largest of them
	 */
	public record Discriminator(int features, int grid, long step, String weights, double maxRelativeDifference) {

	}

}
