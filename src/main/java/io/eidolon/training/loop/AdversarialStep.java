package io.eidolon.training.loop;

import java.util.function.Supplier;

import io.eidolon.training.augment.Augmentations;
import io.eidolon.training.data.Batch;
import io.eidolon.training.data.Part;
import io.eidolon.training.distributed.Peers;
import io.eidolon.training.network.Architecture;
import io.eidolon.training.network.ComputeType;
import io.eidolon.training.network.DiscriminatorNetwork;
import io.eidolon.training.network.Mode;
import io.eidolon.training.objective.Logits;
import io.eidolon.training.objective.Objective;
import io.eidolon.training.objective.Penalties;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * One step of the game: first D descends its cost, k times, and then G its own
 * (Goodfellow et al. 2014, algorithm 1, with Adam).
 */
final class AdversarialStep {

	private final Settings settings;

	private final Networks networks;

	private final Peers peers;

	private final StepStatistics statistics;

	/** The part of each batch that is this process's. */
	private final Part part;

	AdversarialStep(Settings settings, Networks networks, Peers peers, StepStatistics statistics) {
		this.settings = settings;
		this.networks = networks;
		this.peers = peers;
		this.part = new Part(peers.rank(), peers.size());
		this.statistics = statistics;
	}

	/**
	 * Plays the step.
	 * @param step the number of the step, from 0
	 * @param batches gives a batch to each step of D
	 * @param progress the share of the run that is over
	 */
	void take(long step, Supplier<Batch> batches, double progress) {
		Schedules schedules = this.settings.schedules();
		Penalties penalties = this.settings.penalties().times(schedules.penalty(progress));
		double noise = this.settings.noise(progress);
		try (PointerScope _ = new PointerScope()) {
			// All that is random follows from seed and step, so that a run can be
			// resumed,
			// and so that all processes draw the same latents
			torch.manual_seed(0x9E37_79B9_7F4A_7C15L * (this.settings.seed() + 1) + step);

			this.networks.setLearningRates(this.settings, schedules.learningRate(progress));

			// D comes k - 1 steps closer to its optimum before the step that G answers
			for (int i = 1; i < this.settings.discriminatorSteps(); i++) {
				try (PointerScope _ = new PointerScope()) {
					discriminatorStep(deal(batches.get(), noise), penalties);
				}
			}
			Hand hand = deal(batches.get(), noise);
			Judged judged = discriminatorStep(hand, penalties);
			Tensor generatorLoss = generatorStep(hand, judged.l());

			// The average follows G
			this.networks.average()
				.weights()
				.moveTowards(this.networks.generator().weights(), 1 - schedules.emaDecay(this.settings.ema(), step));
			this.statistics.add(judged.loss(), generatorLoss, judged.l());
		}
	}

	/** Real pictures x with their labels, and as many drawn ones G(z), as D sees them. */
	private Hand deal(Batch dealt, double noise) {
		Augmentations augmentations = this.settings.augmentations();
		Tensor x = noisy(augmentations.apply(images(dealt)), noise);
		Tensor label = labels(dealt);
		int batch = this.settings.batch();
		Tensor z = torch.randn(batch, this.settings.architecture().latentDimension())
			.narrow(0, this.part.first(batch), this.part.size(batch));
		return new Hand(x, label, noisy(augmentations.apply(draw(z, label)), noise));
	}

	/** D descends J(D) and the penalties, while G is held. */
	private Judged discriminatorStep(Hand hand, Penalties penalties) {
		DiscriminatorNetwork discriminator = this.networks.discriminator();
		discriminator.weights().requireGradients(true);
		this.networks.discriminatorOptimiser().zero_grad();
		Tensor x = hand.real().requires_grad_(penalties.r1().active());
		Tensor y = hand.drawn().detach().requires_grad_(penalties.r2().active());
		Logits l = new Logits(judge(x, hand.label()), judge(y, hand.label()));
		Tensor loss = this.settings.objective().discriminatorLoss(l);
		penalties.addTo(loss, x, y, l, (pictures) -> judge(pictures, hand.label())).backward();
		this.peers.averageGradients(discriminator.weights().parameters());
		this.networks.discriminatorOptimiser().step();
		return new Judged(loss, l);
	}

	/**
	 * G descends J(G), while D is held.
	 * @param before what D said before its step; of real pictures that is good enough
	 * where the gradient of J(G) does not depend on it
	 */
	private Tensor generatorStep(Hand hand, Logits before) {
		Objective objective = this.settings.objective();
		this.networks.discriminator().weights().requireGradients(false);
		this.networks.generatorOptimiser().zero_grad();
		Tensor real = objective.comparesWithReal() ? judge(hand.real().detach(), hand.label()) : before.real();
		Tensor loss = objective.generatorLoss(new Logits(real.detach(), judge(hand.drawn(), hand.label())));
		loss.backward();
		this.peers.averageGradients(this.networks.generator().weights().parameters());
		this.networks.generatorOptimiser().step();
		return loss;
	}

	/** G(z), in single precision. */
	private Tensor draw(Tensor z, @Nullable Tensor label) {
		ComputeType type = this.settings.precision();
		return type.leave(this.networks.generator().forward(type.enter(z), label, Mode.TRAINING));
	}

	/** The logits of pictures, in single precision. */
	private Tensor judge(Tensor pictures, @Nullable Tensor label) {
		ComputeType type = this.settings.precision();
		return type.leave(this.networks.discriminator().forward(type.enter(pictures), label));
	}

	/**
	 * Adds instance noise (Sønderby et al. 2016), which makes the densities of real and
	 * drawn pictures overlap while they are still far apart.
	 */
	private static Tensor noisy(Tensor images, double deviation) {
		return (deviation > 0) ? images.add(torch.randn_like(images), new Scalar(deviation)) : images;
	}

	private Tensor images(Batch batch) {
		Architecture architecture = this.settings.architecture();
		return Tensor.create(batch.images(), this.part.size(this.settings.batch()), architecture.channels(),
				architecture.imageSize(), architecture.imageSize());
	}

	private @Nullable Tensor labels(Batch batch) {
		return this.settings.architecture().conditional() ? Tensor.create(batch.labels()) : null;
	}

	/**
	 * What a step of D is played with.
	 *
	 * @param real (N, channels, size, size) x
	 * @param label (N) of both, or null
	 * @param drawn (N, channels, size, size) G(z), with its way back to G
	 */
	private record Hand(Tensor real, @Nullable Tensor label, Tensor drawn) {

	}

	/**
	 * What came of a step of D.
	 *
	 * @param loss J(D), without the penalties
	 * @param l what D said before it
	 */
	private record Judged(Tensor loss, Logits l) {

	}

}
