package io.eidolon.training.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import io.eidolon.training.data.Batch;
import io.eidolon.training.distributed.Peers;
import io.eidolon.training.network.ConditionTensors;
import io.eidolon.training.network.DiscriminatorNetwork;
import io.eidolon.training.objective.Logits;
import io.eidolon.training.objective.MatchingAware;
import io.eidolon.training.objective.Objective;
import io.eidolon.training.objective.Penalties;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * One training step: k updates of D, and then one of G (Goodfellow et al. 2014, algorithm
 * 1, with Adam).
 */
final class AdversarialStep {

	private final Settings settings;

	private final Networks networks;

	private final Peers peers;

	private final StepStatistics statistics;

	private final Sampling sampling;

	private final AddedLosses added;

	/** The parts that a batch is computed in. */
	private final int accumulate;

	AdversarialStep(Settings settings, Networks networks, Peers peers, StepStatistics statistics) {
		this.settings = settings;
		this.networks = networks;
		this.peers = peers;
		this.statistics = statistics;
		this.accumulate = settings.options().accumulate();
		this.added = new AddedLosses(settings, networks);
		this.sampling = new Sampling(settings, networks, new BatchTensors(settings, peers), this.added);
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

			this.networks.follow(this.settings, progress);

			// D is updated k - 1 times before the update that G follows
			for (int i = 1; i < this.settings.discriminatorSteps(); i++) {
				try (PointerScope _ = new PointerScope()) {
					updateDiscriminator(batches.get(), noise, penalties);
				}
			}
			Batch batch = batches.get();
			List<StepPart> parts = updateDiscriminator(batch, noise, penalties);
			boolean follows = step >= this.settings.options().discriminatorFirst();
			Tensor generatorLoss = updateGenerator(batch, noise, parts, follows);

			// The average follows G
			this.networks.average()
				.weights()
				.moveTowards(this.networks.generator().weights(), 1 - schedules.emaDecay(this.settings.ema(), step));
			this.statistics.add(StepPart.mean(parts.stream().map(StepPart::loss).toList()), generatorLoss,
					StepPart.logits(parts));
		}
	}

	/** Updates D on J(D) and the penalties; G does not change. */
	private List<StepPart> updateDiscriminator(Batch batch, double noise, Penalties penalties) {
		this.networks.discriminator().weights().requireGradients(true);
		this.networks.discriminatorOptimiser().zero_grad();
		List<StepPart> parts = new ArrayList<>();
		for (Batch rows : batch.parts(this.accumulate)) {
			parts.add(addDiscriminatorGradient(rows, noise, penalties));
		}
		applyGradients(this.networks.discriminatorParameters(), this.networks.discriminatorOptimiser());
		parts.forEach((part) -> this.networks.augmentation()
			.observe(part.logits().real(), this.settings.batch() / this.accumulate, this.peers));
		return parts;
	}

	/** With several parts, what was computed of one is not kept for the next. */
	private StepPart addDiscriminatorGradient(Batch rows, double noise, Penalties penalties) {
		if (this.accumulate == 1) {
			return addDiscriminatorGradient(this.sampling.of(rows, noise), penalties);
		}
		PointerScope outer = PointerScope.getInnerScope();
		try (PointerScope _ = new PointerScope()) {
			return addDiscriminatorGradient(this.sampling.of(rows, noise), penalties).keptIn(outer);
		}
	}

	private StepPart addDiscriminatorGradient(Samples samples, Penalties penalties) {
		boolean before = this.settings.options().penaltiesBeforeAugment();
		UnaryOperator<Tensor> change = before ? samples.change() : UnaryOperator.identity();
		Tensor x = (before ? samples.images() : samples.real()).requires_grad_(penalties.needRealGradient());
		Tensor y = (before ? samples.generated() : samples.fake()).detach()
			.requires_grad_(penalties.needFakeGradient());
		Tensor c = samples.condition().sentence();
		if (c != null) {
			c.requires_grad_(penalties.needRealGradient());
		}
		Tensor features = features(change.apply(x));
		Tensor ofFake = features(change.apply(y));
		Logits l = new Logits(logits(features, samples.condition()), logits(ofFake, samples.condition()));
		Objective objective = this.settings.objective();
		Tensor wrong = samples.wrong();
		// A picture without wrong caption has zeros in place of a vector of length 1
		Tensor loss = scaled((wrong == null) ? objective.discriminatorLoss(l)
				: MatchingAware.discriminatorLoss(objective, l,
						logits(features,
								samples.condition().withSentence(wrong, torch.ones(wrong.size(0), 1).to(wrong))),
						wrong.square().sum(1).gt(new Scalar(0))));
		Tensor total = this.added.addToDiscriminator(loss, samples, features, ofFake);
		addGradient(penalties.addTo(total, x, c, y, l,
				(pictures) -> logits(features(change.apply(pictures)), samples.condition())));
		return new StepPart(samples, loss, l);
	}

	/**
	 * Updates G on J(G), or, unless it follows D yet, finds J(G) alone; D does not
	 * change.
	 */
	private Tensor updateGenerator(Batch batch, double noise, List<StepPart> parts, boolean follows) {
		this.networks.discriminator().weights().requireGradients(false);
		this.networks.generatorOptimiser().zero_grad();
		List<Tensor> losses = new ArrayList<>();
		List<Batch> rows = batch.parts(this.accumulate);
		for (int i = 0; i < rows.size(); i++) {
			losses.add(generatorLoss(rows.get(i), noise, parts.get(i), follows));
		}
		if (follows) {
			applyGradients(this.networks.generatorParameters(), this.networks.generatorOptimiser());
		}
		return StepPart.mean(losses);
	}

	private Tensor generatorLoss(Batch rows, double noise, StepPart part, boolean follows) {
		Samples seen = part.samples();
		if (seen != null && !this.settings.options().freshLatents()) {
			return generatorLoss(seen, part.logits(), follows);
		}
		PointerScope outer = PointerScope.getInnerScope();
		try (PointerScope _ = new PointerScope()) {
			Tensor loss = generatorLoss(this.sampling.of(rows, noise), part.logits(), follows);
			outer.attach(loss);
			return loss;
		}
	}

	/**
	 * Finds J(G), and adds its gradient if G follows.
	 * @param before the logits before the update of D; those of real pictures are good
	 * enough where the gradient of J(G) does not depend on them
	 */
	private Tensor generatorLoss(Samples samples, Logits before, boolean follows) {
		Objective objective = this.settings.objective();
		ConditionTensors condition = samples.condition();
		Tensor real = objective.comparesWithReal() ? logits(features(samples.real().detach()), condition)
				: before.real();
		Tensor features = features(samples.fake());
		Tensor loss = scaled(objective.generatorLoss(new Logits(real.detach(), logits(features, condition))));
		if (follows) {
			addGradient(this.added.addToGenerator(loss, samples, features));
		}
		return loss.detach();
	}

	/** Adds the gradient of the loss of a part to that of the batch. */
	private void addGradient(Tensor loss) {
		((this.accumulate == 1) ? loss : loss.div(new Scalar(this.accumulate))).backward();
	}

	private Tensor scaled(Tensor loss) {
		double factor = this.settings.options().publishedLosses() ? this.settings.objective().publishedFactor() : 1;
		return (factor == 1) ? loss : loss.mul(new Scalar(factor));
	}

	/** Averages gradients over all processes, bounds them, and takes Adam's step. */
	private void applyGradients(TensorVector parameters, Adam optimiser) {
		this.peers.averageGradients(parameters);
		if (this.settings.options().clip() > 0) {
			torch.clip_grad_norm_(parameters, this.settings.options().clip());
		}
		optimiser.step();
	}

	/** The features of pictures in the discriminator. */
	private Tensor features(Tensor pictures) {
		return this.networks.discriminator().features(this.settings.precision().enter(pictures));
	}

	/** The logits of pictures, in single precision. */
	private Tensor logits(Tensor features, ConditionTensors condition) {
		return this.settings.precision().leave(this.networks.discriminator().logits(features, condition));
	}

}
