package io.eidolon.training.loop;

import io.eidolon.training.network.JointEncoder;
import io.eidolon.training.network.Mode;
import io.eidolon.training.network.PairDiscriminator;
import io.eidolon.training.objective.Hinge;
import io.eidolon.training.objective.Logits;
import io.eidolon.training.objective.Objective;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;

/**
 * The part of the joint encoder in a step. With the score s of a pair, D minimises
 *
 * <pre>
 * E max(0, 1 - s(x, E(x))) + E max(0, 1 + s(G(z), z))
 * </pre>
 *
 * beside its objective, and G and E minimise E s(x, E(x)) - E s(G(z), z). Where no D can
 * tell the pairs apart, E is an inverse of G (Donahue et al. 2017, theorem 2).
 */
final class JointStep {

	private final Settings settings;

	private final Networks networks;

	private final Parts parts;

	private final Objective objective = new Hinge();

	JointStep(Settings settings, Networks networks, Parts parts) {
		this.settings = settings;
		this.networks = networks;
		this.parts = parts;
	}

	/**
	 * Estimates the latents of real pictures, once for both networks' steps.
	 * @param real (N, channels, height, width)
	 * @param z (N, latentDimension) those of as many fake ones
	 */
	Latents latents(Tensor real, Tensor z) {
		Tensor x = this.settings.precision().enter(real);
		return new Latents(this.settings.precision().leave(this.parts.encoder.forward(x, Mode.TRAINING)), z);
	}

	/** The loss of D, a scalar. */
	Tensor discriminatorLoss(Tensor ofReal, Tensor ofFake, Latents z) {
		return this.objective
			.discriminatorLoss(new Logits(score(ofReal, z.estimated.detach()), score(ofFake, z.sampled)));
	}

	/**
	 * The loss of G and E, a scalar.
	 * @param real (N, channels, height, width) as D sees it
	 * @param ofFake the features of fake pictures
	 */
	Tensor generatorLoss(Tensor real, Tensor ofFake, Latents z) {
		Tensor ofReal;
		try (NoGradGuard _ = new NoGradGuard()) {
			ofReal = this.networks.discriminator().features(this.settings.precision().enter(real));
		}
		return score(ofReal, z.estimated).mean().sub(score(ofFake, z.sampled).mean());
	}

	private Tensor score(Tensor features, Tensor z) {
		return this.settings.precision().leave(this.parts.discriminator.forward(features, z));
	}

	/**
	 * The networks that joint training adds.
	 */
	record Parts(JointEncoder encoder, PairDiscriminator discriminator) {

	}

	/**
	 * The latents of the pictures of a step.
	 *
	 * @param estimated (N, latentDimension) E(x), with its gradient to E
	 * @param sampled (N, latentDimension) z
	 */
	record Latents(Tensor estimated, Tensor sampled) {

	}

}
