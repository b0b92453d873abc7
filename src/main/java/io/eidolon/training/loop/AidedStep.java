package io.eidolon.training.loop;

import java.util.List;

import io.eidolon.training.network.AidedDiscriminator;
import io.eidolon.training.objective.Hinge;
import io.eidolon.training.objective.Logits;
import io.eidolon.training.objective.Objective;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * The part of the vision-aided discriminator in a step: hinge losses, times its weight.
 */
final class AidedStep {

	private final VisionAid aid;

	private final AidedDiscriminator discriminator;

	private final Objective objective = new Hinge();

	AidedStep(VisionAid aid, AidedDiscriminator discriminator) {
		this.aid = aid;
		this.discriminator = discriminator;
	}

	/**
	 * Computes what the trunk sees, once for both networks' steps.
	 * @param real (N, channels, size, size)
	 * @param fake (N, channels, size, size) with its gradient to G
	 */
	Features features(Tensor real, Tensor fake) {
		List<Tensor> ofReal;
		try (NoGradGuard _ = new NoGradGuard()) {
			ofReal = this.discriminator.features(this.aid.augmentations().apply(real));
		}
		return new Features(ofReal, this.discriminator.features(this.aid.augmentations().apply(fake)));
	}

	/** The loss of the heads, a scalar. */
	Tensor discriminatorLoss(Features features) {
		Logits l = new Logits(this.discriminator.logits(features.real()),
				this.discriminator.logits(features.fake().stream().map(Tensor::detach).toList()));
		return this.objective.discriminatorLoss(l).mul(new Scalar(this.aid.weight()));
	}

	/** The generator's loss against the heads, a scalar. */
	Tensor generatorLoss(Features features) {
		Tensor fake = this.discriminator.logits(features.fake());
		return this.objective.generatorLoss(new Logits(fake.detach(), fake)).mul(new Scalar(this.aid.weight()));
	}

	/**
	 * What the trunk sees, at each of its resolutions.
	 *
	 * @param real of real pictures
	 * @param fake of fake ones, with the gradient to G
	 */
	record Features(List<Tensor> real, List<Tensor> fake) {

	}

}
