package io.eidolon.training.loop;

import java.util.Objects;
import java.util.function.Supplier;

import io.eidolon.training.augment.Augmentations;
import io.eidolon.training.data.Batch;
import io.eidolon.training.distributed.Peers;
import io.eidolon.training.network.ComputeType;
import io.eidolon.training.network.Condition;
import io.eidolon.training.network.DiscriminatorNetwork;
import io.eidolon.training.network.Mode;
import io.eidolon.training.objective.CaptionContrast;
import io.eidolon.training.objective.Logits;
import io.eidolon.training.objective.MatchingAware;
import io.eidolon.training.objective.Objective;
import io.eidolon.training.objective.Penalties;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * One training step: k updates of D, and then one of G (Goodfellow et al. 2014, algorithm
 * 1, with Adam).
 */
final class AdversarialStep {

	private final Settings settings;

	private final Networks networks;

	private final Peers peers;

	private final StepStatistics statistics;

	private final BatchTensors tensors;

	private final @Nullable AidedStep aided;

	AdversarialStep(Settings settings, Networks networks, Peers peers, StepStatistics statistics) {
		this.settings = settings;
		this.networks = networks;
		this.peers = peers;
		this.statistics = statistics;
		this.tensors = new BatchTensors(settings, peers);
		this.aided = (networks.aided() != null && settings.aid() != null)
				? new AidedStep(settings.aid(), networks.aided()) : null;
	}

	/**
	 * Takes the step.
	 * @param step the number of the step, from 0
	 * @param batches gives a batch to each update of D
	 * @param progress the share of the run that is over
	 */
	void take(long step, Supplier<Batch> batches, double progress) {
		Schedules schedules = this.settings.schedules();
		Penalties penalties = this.settings.penalties().at(step, schedules.penalty(progress));
		double noise = this.settings.noise(progress);
		try (PointerScope _ = new PointerScope()) {
			// All that is random follows from seed and step, so that a run can be
			// resumed, and so that all processes sample the same latents
			torch.manual_seed(0x9E37_79B9_7F4A_7C15L * (this.settings.seed() + 1) + step);

			this.networks.setLearningRates(this.settings, schedules.learningRate(progress));

			// D is updated k - 1 times before the update that G follows
			for (int i = 1; i < this.settings.discriminatorSteps(); i++) {
				try (PointerScope _ = new PointerScope()) {
					updateDiscriminator(sample(batches.get(), noise), penalties);
				}
			}
			Samples samples = sample(batches.get(), noise);
			DiscriminatorResult result = updateDiscriminator(samples, penalties);
			Tensor generatorLoss = updateGenerator(samples, result.logits());

			// The average follows G
			this.networks.average()
				.weights()
				.moveTowards(this.networks.generator().weights(), 1 - schedules.emaDecay(this.settings.ema(), step));
			this.statistics.add(result.loss(), generatorLoss, result.logits());
		}
	}

	/** Samples real pictures x, and generates as many fake ones G(z). */
	private Samples sample(Batch batch, double noise) {
		Augmentations augmentations = this.settings.augmentations();
		Tensor images = this.tensors.images(batch);
		Condition condition = along(this.tensors.condition(batch));
		Tensor generated = generate(this.tensors.latents(), condition);
		return new Samples(noisy(augmentations.apply(images), noise), noisy(augmentations.apply(generated), noise),
				condition, this.tensors.wrongSentences(batch),
				(this.aided != null) ? this.aided.features(images, generated) : null);
	}

	/**
	 * Measures captions along their axes: a bound on the gradient by embeddings, which
	 * lie close together, would keep D from telling captions apart.
	 */
	private Condition along(Condition condition) {
		Tensor sentence = condition.sentence();
		return (sentence != null) ? condition.withSentence(this.networks.discriminator().along(sentence),
				Objects.requireNonNull(condition.strength())) : condition;
	}

	/** Updates D on J(D) and the penalties; G does not change. */
	private DiscriminatorResult updateDiscriminator(Samples samples, Penalties penalties) {
		DiscriminatorNetwork discriminator = this.networks.discriminator();
		discriminator.weights().requireGradients(true);
		this.networks.discriminatorOptimiser().zero_grad();
		Tensor x = samples.real().requires_grad_(penalties.needRealGradient());
		Tensor y = samples.fake().detach().requires_grad_(penalties.needFakeGradient());
		Tensor c = samples.condition().sentence();
		if (c != null) {
			c.requires_grad_(penalties.needRealGradient());
		}
		Tensor features = features(x);
		Logits l = new Logits(logits(features, samples.condition()), logits(features(y), samples.condition()));
		Objective objective = this.settings.objective();
		Tensor wrong = samples.wrong();
		// A picture without wrong caption has zeros in place of a vector of length 1
		Tensor loss = (wrong == null) ? objective.discriminatorLoss(l)
				: MatchingAware.discriminatorLoss(objective, l,
						logits(features, samples.condition().withSentence(wrong, torch.ones(wrong.size(0), 1))),
						wrong.square().sum(1).gt(new Scalar(0)));
		Tensor total = penalties.addTo(loss.add(contrast(features, samples.condition())), x, c, y, l,
				(pictures) -> logits(features(pictures), samples.condition()));
		if (this.aided != null && samples.aided() != null) {
			total = total.add(this.aided.discriminatorLoss(samples.aided()));
		}
		total.backward();
		this.peers.averageGradients(this.networks.discriminatorParameters());
		this.networks.discriminatorOptimiser().step();
		return new DiscriminatorResult(loss, l);
	}

	/**
	 * Updates G on J(G); D does not change.
	 * @param before the logits before the update of D; those of real pictures are good
	 * enough where the gradient of J(G) does not depend on them
	 */
	private Tensor updateGenerator(Samples samples, Logits before) {
		Objective objective = this.settings.objective();
		this.networks.discriminator().weights().requireGradients(false);
		this.networks.generatorOptimiser().zero_grad();
		Condition condition = samples.condition();
		Tensor real = objective.comparesWithReal() ? logits(features(samples.real().detach()), condition)
				: before.real();
		Tensor features = features(samples.fake());
		Tensor loss = objective.generatorLoss(new Logits(real.detach(), logits(features, condition)));
		Tensor matched = loss.add(contrast(features, condition));
		Tensor total = (this.aided != null && samples.aided() != null)
				? matched.add(this.aided.generatorLoss(samples.aided())) : matched;
		total.backward();
		this.peers.averageGradients(this.networks.generator().weights().parameters());
		this.networks.generatorOptimiser().step();
		return loss;
	}

	/** The weighted contrastive loss of pictures and their captions. */
	private Tensor contrast(Tensor features, Condition condition) {
		Tensor sentence = condition.sentence();
		if (this.settings.captionContrast() == 0 || sentence == null) {
			return torch.zeros(1).squeeze(0);
		}
		Tensor read = this.settings.precision().leave(this.networks.discriminator().read(features));
		return CaptionContrast.loss(read, sentence.detach(), Objects.requireNonNull(condition.strength()))
			.mul(new Scalar(this.settings.captionContrast()));
	}

	/** G(z), in single precision. */
	private Tensor generate(Tensor z, Condition condition) {
		ComputeType type = this.settings.precision();
		return type.leave(this.networks.generator().forward(type.enter(z), condition, Mode.TRAINING));
	}

	/** The features of pictures in the discriminator. */
	private Tensor features(Tensor pictures) {
		return this.networks.discriminator().features(this.settings.precision().enter(pictures));
	}

	/** The logits of pictures, in single precision. */
	private Tensor logits(Tensor features, Condition condition) {
		return this.settings.precision().leave(this.networks.discriminator().logits(features, condition));
	}

	/**
	 * Adds instance noise (Sønderby et al. 2016), which makes the densities of real and
	 * fake pictures overlap while they are still far apart.
	 */
	private static Tensor noisy(Tensor images, double deviation) {
		return (deviation > 0) ? images.add(torch.randn_like(images), new Scalar(deviation)) : images;
	}

	/**
	 * What an update of D is computed from.
	 *
	 * @param real (N, channels, size, size) x, as D sees it
	 * @param fake (N, channels, size, size) G(z), as D sees it, with its gradient to G
	 * @param condition of both
	 * @param wrong (N, 384) the embeddings of captions that are wrong for x, or null
	 * @param aided what the vision-aided discriminator sees of both, or null
	 */
	private record Samples(Tensor real, Tensor fake, Condition condition, @Nullable Tensor wrong,
			AidedStep.@Nullable Features aided) {

	}

	/**
	 * What came of an update of D.
	 *
	 * @param loss J(D), without the penalties
	 * @param logits before the update
	 */
	private record DiscriminatorResult(Tensor loss, Logits logits) {

	}

}
