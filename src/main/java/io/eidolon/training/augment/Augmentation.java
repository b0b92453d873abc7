package io.eidolon.training.augment;

import java.util.List;

import org.bytedeco.pytorch.Tensor;

/**
 * A random change of pictures that gradients pass through (Zhao, Liu, Lin, Zhu and Han
 * 2020, "Differentiable Augmentation for Data-Efficient GAN Training"). The discriminator
 * sees real and fake pictures through the same ones, so that the generator need not
 * generate the change to pass for real.
 * <p>
 * Each picture is changed by amounts of its own, which follow from libtorch's seed.
 */
public sealed interface Augmentation permits Colour, Translation, Cutout {

	/** Every augmentation, in the order and of the strength of the paper. */
	List<Augmentation> ALL = List.of(new Colour(1), new Translation(0.125), new Cutout(0.5));

	/** The name that settings use. */
	String name();

	/**
	 * Changes pictures.
	 * @param x (N, C, H, W) with 0 as the middle grey
	 * @return (N, C, H, W), differentiable by x as often as x is
	 */
	Tensor apply(Tensor x);

}
