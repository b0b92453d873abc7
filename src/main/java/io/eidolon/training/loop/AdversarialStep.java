package io.eidolon.training.loop;

import io.eidolon.training.data.Batch;
import io.eidolon.training.network.Architecture;
import io.eidolon.training.network.DiscriminatorNetwork;
import io.eidolon.training.network.GeneratorNetwork;
import io.eidolon.training.network.Mode;
import io.eidolon.training.objective.Logits;
import io.eidolon.training.objective.Objective;
import io.eidolon.training.objective.R1;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * One step of the game: on one batch, first D descends its cost and then G its own
 * (Goodfellow et al. 2014, algorithm 1, with k = 1 and Adam).
 */
final class AdversarialStep {

	private final Settings settings;

	private final Networks networks;

	private final StepStatistics statistics;

	AdversarialStep(Settings settings, Networks networks, StepStatistics statistics) {
		this.settings = settings;
		this.networks = networks;
		this.statistics = statistics;
	}

	/**
	 * Plays the step.
	 * @param step the number of the step, from 0
	 * @param noise the standard deviation of the noise on what D sees, 0 for none
	 */
	void take(long step, Batch batch, double noise) {
		GeneratorNetwork generator = this.networks.generator();
		DiscriminatorNetwork discriminator = this.networks.discriminator();
		Objective objective = this.settings.objective();
		R1 r1 = this.settings.r1();
		try (PointerScope _ = new PointerScope()) {
			// All that is random follows from seed and step, so that a run can be resumed
			torch.manual_seed(0x9E37_79B9_7F4A_7C15L * (this.settings.seed() + 1) + step);

			// Real pictures x with their labels, and as many drawn ones G(z)
			Tensor x = noisy(images(batch), noise).requires_grad_(r1.active());
			Tensor label = labels(batch);
			Tensor z = torch.randn(this.settings.batch(), this.settings.architecture().latentDimension());
			Tensor drawn = noisy(generator.forward(z, label, Mode.TRAINING), noise);

			// D descends J(D), while G is held
			discriminator.weights().requireGradients(true);
			this.networks.discriminatorOptimiser().zero_grad();
			Logits l = new Logits(discriminator.forward(x, label), discriminator.forward(drawn.detach(), label));
			Tensor discriminatorLoss = objective.discriminatorLoss(l);
			(r1.active() ? discriminatorLoss.add(r1.penalty(x, l.real())) : discriminatorLoss).backward();
			this.networks.discriminatorOptimiser().step();

			// G descends J(G), while D is held; what D says of x does not depend on G
			discriminator.weights().requireGradients(false);
			this.networks.generatorOptimiser().zero_grad();
			Tensor generatorLoss = objective
				.generatorLoss(new Logits(l.real().detach(), discriminator.forward(drawn, label)));
			generatorLoss.backward();
			this.networks.generatorOptimiser().step();

			// The average follows G
			this.networks.average().weights().moveTowards(generator.weights(), 1 - decay(step));
			this.statistics.add(discriminatorLoss, generatorLoss, l);
		}
	}

	/**
	 * Adds instance noise (Sønderby et al. 2016), which makes the densities of real and
	 * drawn pictures overlap while they are still far apart.
	 */
	private static Tensor noisy(Tensor images, double deviation) {
		return (deviation > 0) ? images.add(torch.randn_like(images), new Scalar(deviation)) : images;
	}

	/** At first the average follows faster, so that it forgets the initial weights. */
	private double decay(long step) {
		return Math.min(this.settings.ema(), (1.0 + step) / (10.0 + step));
	}

	private Tensor images(Batch batch) {
		Architecture architecture = this.settings.architecture();
		return Tensor.create(batch.images(), this.settings.batch(), architecture.channels(), architecture.imageSize(),
				architecture.imageSize());
	}

	private @Nullable Tensor labels(Batch batch) {
		return this.settings.architecture().conditional() ? Tensor.create(batch.labels()) : null;
	}

}
